"""Builds the model that the package ships: corpora in, one int8 ONNX file out. See README.md here."""
