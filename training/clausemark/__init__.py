"""Trains the clause model that Clausemark ships: data in, `assets/model/clauses.bin` out."""
