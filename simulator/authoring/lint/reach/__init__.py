"""What can hold where: the scenario's scenes walked with sets of values instead of values, until nothing new comes.

Whatever is said here to be impossible is so in every session: answers in one's own words, journalists who press,
silence and an opening statement are counted in. What is said to be possible may still be too rare to be met.

    amounts    a range of whole numbers, with "not judged" beside it
    slots      which figures and which facts of a session are told apart, so far as conditions ask for them
    possible   all that a session may be at one place
    judging    whether a condition may hold there, and may fail
    assuming   what is left of the possible where a condition holds, or fails
    answering  what answers, effects and the passing of time make of it
    plan       the scenes with their conditions and effects read
    calls      what is called from where, what it may change, and how often a scene can be reached
    agenda     what may be at each place so far, and what is to be walked again
    asking     the conditions as they are asked at each place
    flow       the walk itself
    found      what came of it
"""
