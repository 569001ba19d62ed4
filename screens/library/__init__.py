"""The knowledge library: good practices, recommendations, words of the field, literature, public figures."""
