"""Arrays as text in the model's JSON files: small whole numbers times a step, in base64."""

from __future__ import annotations

import base64
from typing import TypedDict

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Packed(TypedDict):
    """An array of two dimensions: `steps[column] * whole`, row by row, in `bits` bits a number."""

    shape: list[int]
    bits: int
    steps: list[float]
    data: str


def packed(array: Array, bits: int = 8) -> Packed:
    """Pack an array of shape (rows, columns); each column has its own step, so none is drowned by another."""
    top = 2 ** (bits - 1) - 1
    reach = np.abs(array).max(axis=0, initial=0.0)
    steps = [float(f"{step:.6g}") for step in np.where(reach > 0, reach, 1.0) / top]
    whole = np.clip(np.rint(array / np.array(steps)), -top, top).astype(f"<i{bits // 8}")
    data = base64.b64encode(whole.tobytes()).decode("ascii")
    return {"shape": list(array.shape), "bits": bits, "steps": steps, "data": data}


def unpacked(kept: Packed) -> Array:
    """The array of shape (rows, columns) again."""
    whole = np.frombuffer(base64.b64decode(kept["data"]), dtype=f"<i{kept['bits'] // 8}")
    array: Array = whole.reshape(kept["shape"]).astype(np.float64) * np.array(kept["steps"])
    return array


def rounded(array: Array, places: int = 5) -> list[float]:
    """A row of numbers for JSON."""
    return [round(float(number), places) for number in array]
