"""What a city's international work costs, entered by its lead, drawn with its sums, and taken along as a workbook."""
