"""The graph in formats that other tools read: RDF, GraphML, CSV, FollowTheMoney."""

from pipeline.exports.reading import ExportFault
from pipeline.exports.terms import BASE
from pipeline.exports.writing import FORMATS, Exported, export, exported

__all__ = ["BASE", "FORMATS", "ExportFault", "Exported", "export", "exported"]
