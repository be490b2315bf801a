"""The screens: the App wires, Screens decide, Widgets draw.

A screen is handed an Exercise, a Debrief or a House and knows no file and no database. Importing this
package imports nothing else, and screens are imported when they are pushed: the first paint comes first.
"""
