"""The one base of all models."""

from __future__ import annotations

from functools import cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """Frozen, refuses unknown fields, takes its schema texts from field docstrings."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        ser_json_inf_nan="constants",
        validate_default=False,
        defer_build=True,
    )

    @classmethod
    def trusted(cls, **values: Any) -> Self:
        """Return an instance of values that are known to be valid: nothing is checked or converted.

        For the inner loops, which make several instances for each mention; `model_construct` is slower than checking.
        """
        defaults, names = _defaults(cls)
        instance = cls.__new__(cls)
        put(instance, "__dict__", defaults | values)
        put(instance, "__pydantic_fields_set__", names)
        put(instance, "__pydantic_extra__", None)
        put(instance, "__pydantic_private__", None)
        return instance


put = object.__setattr__
"""Sets an attribute of a frozen instance while it is made."""


@cache
def _defaults(model: type[Model]) -> tuple[dict[str, Any], set[str]]:
    """Return the defaults of a model's fields in order, None where one is required, and the names of all."""
    fields = model.model_fields
    defaults = {name: None if field.is_required() else field.get_default() for name, field in fields.items()}
    return defaults, set(fields)
