"""`python -m planskg` is the command planskg."""

from planskg.cli import main

main()
