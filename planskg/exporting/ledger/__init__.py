"""The table of tasks that an office makes of a plan (任务分解台账): its tasks, their grouping, and the paper."""
