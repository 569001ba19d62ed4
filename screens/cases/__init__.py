"""The list of assessments: beginning one, finding it again, files in and out."""
