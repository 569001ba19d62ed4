"""What people see, run in-process: which widgets stand there, and what a click does at the desk."""
