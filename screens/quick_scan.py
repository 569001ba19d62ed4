"""The quick scan: some questions a page, one dimension each, answered without an account."""

from screens.scan.walk import walk

walk()
