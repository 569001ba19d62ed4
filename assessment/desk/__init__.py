"""What people can do, one module for each kind of intention. Each use case takes an `Actor` and asks the policy."""

from assessment.desk.desk import Desk, Sources, Stores, make_desk

__all__ = ["Desk", "Sources", "Stores", "make_desk"]
