"""resolve: mentions of all documents → actors and treaties, across languages."""

from pipeline.stages.resolve.resolving import resolve

__all__ = ["resolve"]
