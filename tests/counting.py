"""Counts the tests of a check, for the scripts that read our files with readers that are not ours."""

import sys

passed = failed = 0


def check(name, fine, why=""):
    """Counts one test."""
    global passed, failed
    if fine:
        passed += 1
    else:
        failed += 1
        print(f"FAILED: {name}: {why}")


def finish(what):
    """Ends with "WHAT: N passed, M failed", and with exit code 1 if something failed."""
    print(f"{what}: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)
