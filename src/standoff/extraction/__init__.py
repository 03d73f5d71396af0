"""Reading to claims: who says what about which point of which event."""

from standoff.extraction.extract import extract
from standoff.extraction.ontology import Ontology
from standoff.extraction.ontology_file import bundled, load_ontology

__all__ = ["Ontology", "bundled", "extract", "load_ontology"]
