"""The pages about a whole corpus, in place of the panes: one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.kit.page import CentrePage, PageRow

if TYPE_CHECKING:
    from gui.survey.page import SurveyContext


def _card(context: SurveyContext) -> CentrePage:
    from gui.survey.card_page import CardPage

    return CardPage(context)


def _right(context: SurveyContext) -> CentrePage:
    from gui.survey.right_page import RightPage

    return RightPage(context)


def _parting(context: SurveyContext) -> CentrePage:
    from gui.survey.parting_page import PartingPage

    return PartingPage(context)


def _saturation(context: SurveyContext) -> CentrePage:
    from gui.survey.saturation_page import SaturationPage

    return SaturationPage(context)


def _ablation(context: SurveyContext) -> CentrePage:
    from gui.survey.ablation_page import AblationPage

    return AblationPage(context)


def _report(context: SurveyContext) -> CentrePage:
    from gui.survey.report_page import ReportPage

    return ReportPage(context)


def _patterns(context: SurveyContext) -> CentrePage:
    from gui.survey.patterns_page import PatternsPage

    return PatternsPage(context)


def _states(context: SurveyContext) -> CentrePage:
    from gui.survey.ends_page import EndsPage

    return EndsPage(context)


SURVEY_PAGES: tuple[PageRow[SurveyContext], ...] = (
    PageRow(
        "survey_card",
        "ph.identification-card",
        "Unit card",
        "What one unit does over the whole corpus: its values, its words, its places",
        "survey",
        _card,
    ),
    PageRow(
        "survey_right",
        "ph.target",
        "How right",
        "How often the networks are right, after a share of the words and by kind of review; "
        "whether their answers mean what they say",
        "survey",
        _right,
    ),
    PageRow(
        "survey_parting",
        "ph.git-fork",
        "Where do they part?",
        "Two networks over one corpus: who is right, and the sequences they disagree about",
        "survey",
        _parting,
    ),
    PageRow(
        "survey_patterns",
        "ph.magnifying-glass",
        "Where else?",
        "Where else in the corpus the same units are on as in some words of the review on screen",
        "survey",
        _patterns,
    ),
    PageRow(
        "survey_ends",
        "ph.map-trifold",
        "Where do they end?",
        "The states of all sequences in two dimensions, at the end or at a step; a brush selects some of them",
        "survey",
        _states,
    ),
    PageRow(
        "survey_saturation",
        "ph.toggle-right",
        "Saturation",
        "How near the gates are to 0 and 1, a point a unit; units that do nothing of their own",
        "survey",
        _saturation,
    ),
    PageRow(
        "survey_ablation",
        "ph.power",
        "Switch it off",
        "How right the network is without each unit, with each gate held, with padding masked",
        "survey",
        _ablation,
    ),
    PageRow(
        "survey_report",
        "ph.heartbeat",
        "Health report",
        "What was measured of a network, what it means, and what to do; as a file to hand on",
        "survey",
        _report,
    ),
)
"""From the top of the drawer's list to its foot."""
