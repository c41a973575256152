"""The parts, headings and sentences of a plan, and who is responsible for them."""
