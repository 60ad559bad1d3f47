"""Peers' own suites as a test of our dates: Recognizers-Text and Duckling on points, periods, durations and sets."""

from bench.evaluate.peers.scoring import peer_scores

__all__ = ["peer_scores"]
