"""The graph in the forms of open data: cubes, annotations, vocabularies, maps and a catalogue."""
