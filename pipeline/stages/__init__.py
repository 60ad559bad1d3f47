"""The rooms: pure functions, none imports another."""
