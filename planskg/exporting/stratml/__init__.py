"""Plans as StratML (ISO 17469): Part 1, a strategic plan, and Part 2, a performance plan with targets and actuals."""
