"""Pictures and paper. A report is data first (`document`, `charts`); screen, PDF and workbook draw the same data."""
