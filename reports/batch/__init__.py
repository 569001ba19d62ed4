"""Reports for many cities, driven by one workbook: a row a report, all problems said before anything is made."""
