"""What tables say: figures, tasks, projects, and the prices that hold for them."""
