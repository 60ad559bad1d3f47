"""Accord: French and English documents → one fact graph of treaties, actors and claims."""
