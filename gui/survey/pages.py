"""The pages about a whole corpus, in place of the panes: one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.kit.later import later
from gui.kit.page import PageRow

if TYPE_CHECKING:
    from gui.survey.page import SurveyContext


SURVEY_PAGES: tuple[PageRow[SurveyContext], ...] = (
    PageRow(
        "survey_card",
        "ph.identification-card",
        "Unit card",
        "What one unit does over the whole corpus: its values, its words, its places",
        "survey",
        later("gui.survey.card_page:CardPage"),
    ),
    PageRow(
        "survey_right",
        "ph.target",
        "How right",
        "How often the networks are right, after a share of the words and by kind of review; "
        "whether their answers mean what they say",
        "survey",
        later("gui.survey.right_page:RightPage"),
    ),
    PageRow(
        "survey_parting",
        "ph.git-fork",
        "Where do they part?",
        "Two networks over one corpus: who is right, and the sequences they disagree about",
        "survey",
        later("gui.survey.parting_page:PartingPage"),
    ),
    PageRow(
        "survey_patterns",
        "ph.magnifying-glass",
        "Where else?",
        "Where else in the corpus the same units are on as in some words of the review on screen",
        "survey",
        later("gui.survey.patterns_page:PatternsPage"),
    ),
    PageRow(
        "survey_ends",
        "ph.map-trifold",
        "Where do they end?",
        "The states of all sequences in two dimensions, at the end or at a step; a brush selects some of them",
        "survey",
        later("gui.survey.ends_page:EndsPage"),
    ),
    PageRow(
        "survey_saturation",
        "ph.toggle-right",
        "Saturation",
        "How near the gates are to 0 and 1, a point a unit; units that do nothing of their own",
        "survey",
        later("gui.survey.saturation_page:SaturationPage"),
    ),
    PageRow(
        "survey_ablation",
        "ph.power",
        "Switch it off",
        "How right the network is without each unit, with each gate held, with padding masked",
        "survey",
        later("gui.survey.ablation_page:AblationPage"),
    ),
    PageRow(
        "survey_report",
        "ph.heartbeat",
        "Health report",
        "What was measured of a network, what it means, and what to do; as a file to hand on",
        "survey",
        later("gui.survey.report_page:ReportPage"),
    ),
)
"""From the top of the drawer's list to its foot."""
