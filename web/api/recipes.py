"""/products/{id}/recipe: what one piece of a product is made of."""

from typing import Any

from sqlalchemy.orm import Session

from models import Product
from shop import recipe_cost, recipe_edits
from shop.errors import NotFound
from shop.recipe_cost import Line, Recipe
from shop.recipe_edits import Part
from web import tenant
from web.parsing import Blueprint
from web.schemas.recipe import NewPart, PartEdit, PartSchema, RecipeSchema, WholeRecipe

blueprint = Blueprint(
    "recipes", __name__, url_prefix="/api/v1/products", description="What products are made of, and what that costs"
)

RECIPE = "/<int(max=9007199254740991):product_id>/recipe"
ROW = f"{RECIPE}/<int(max=9007199254740991):recipe_id>"


@blueprint.get(RECIPE)
@blueprint.response(200, RecipeSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def show(product_id: int) -> Recipe:
    """The ingredients of a product, their cost, and the margin left of its price"""
    with tenant.staff() as session:
        return _whole(session, product_id)


@blueprint.post(RECIPE)
@blueprint.arguments(NewPart)
@blueprint.response(201, PartSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def add(given: dict[str, Any], product_id: int) -> Line:
    """One more ingredient

    409: the item is in the recipe already. Orders placed before keep what they were promised.
    """
    with tenant.staff() as session:
        row = recipe_edits.add(session, product_id, Part(**given))
        return _line(session, product_id, row.id)


@blueprint.patch(ROW)
@blueprint.arguments(PartEdit)
@blueprint.response(200, PartSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def edit(given: dict[str, Any], product_id: int, recipe_id: int) -> Line:
    """Change how much of an ingredient it takes, or whether it may be missing"""
    with tenant.staff() as session:
        recipe_edits.edit(session, product_id, recipe_id, **given)
        return _line(session, product_id, recipe_id)


@blueprint.delete(ROW)
@blueprint.response(204)
@blueprint.alt_response(404, "NOT_FOUND")
def remove(product_id: int, recipe_id: int) -> None:
    """Take an ingredient out of the recipe"""
    with tenant.staff() as session:
        recipe_edits.remove(session, product_id, recipe_id)


@blueprint.post(f"{RECIPE}/batch")
@blueprint.arguments(WholeRecipe)
@blueprint.response(200, RecipeSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def replace(given: dict[str, Any], product_id: int) -> Recipe:
    """Make the recipe these ingredients and no others; none makes the product available always"""
    with tenant.staff() as session:
        recipe_edits.replace(session, product_id, [Part(**part) for part in given["items"]])
        return _whole(session, product_id)


def _whole(session: Session, product_id: int) -> Recipe:
    """Raises NotFound."""
    product = session.get(Product, product_id)
    if product is None or product.deleted_at is not None:
        raise NotFound("Not found")
    return recipe_cost.of(session, product)


def _line(session: Session, product_id: int, row_id: int) -> Line:
    return next(line for line in _whole(session, product_id).items if line.id == row_id)
