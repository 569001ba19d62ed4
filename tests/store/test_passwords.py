"""Passwords are kept as argon2id hashes, with a salt each, and nothing stored is never right."""

from store.passwords import MEMORY_KIB, ArgonPasswords


def test_a_password_fits_its_hash_and_no_other() -> None:
    passwords = ArgonPasswords()
    stored = passwords.hash("vier Worte ohne Bezug")
    assert stored.startswith(f"$argon2id$v=19$m={MEMORY_KIB},")
    assert 19 * 1024 <= MEMORY_KIB <= 46 * 1024
    assert passwords.matches("vier Worte ohne Bezug", stored)
    assert not passwords.matches("vier Worte ohne bezug", stored)


def test_the_same_password_twice_gives_two_hashes() -> None:
    passwords = ArgonPasswords()
    assert passwords.hash("gleich") != passwords.hash("gleich")


def test_nothing_stored_and_junk_fit_nothing() -> None:
    passwords = ArgonPasswords()
    for stored in (None, "", "junk", "$argon2id$v=19$m=8,t=1,p=1$"):
        assert not passwords.matches("nobody has this password", stored)
