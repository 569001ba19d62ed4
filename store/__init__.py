"""How things are kept: tables, repositories behind the desk's ports, migrations, backup. It keeps and never scores."""
