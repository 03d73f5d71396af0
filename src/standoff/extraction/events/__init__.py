"""Claims gathered into events: their types, and which is the main one."""
