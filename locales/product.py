"""What the product is called, and its version. The one place to change the name."""

NAME = "Hanse"
VERSION = "0.1.0"
SOFTWARE = f"{NAME} {VERSION}"
