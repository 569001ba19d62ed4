"""What people can do, one module for each kind of intention. Each use case takes an `Actor` and asks the policy."""

from assessment.desk.desk import Desk, Stores, make_desk

__all__ = ["Desk", "Stores", "make_desk"]
