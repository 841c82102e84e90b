"""The figures of the first eleven forms, from the rows in tests/small_world.py: metric, area, period, value."""

from dashboard.metrics.absence import Absence

HIDDEN, SILENT, NOTHING = Absence.NOT_DISCLOSED, Absence.NOT_REPORTED, Absence.NOT_IN_PERIOD

FIGURES = (
    ("enterprises", "D", "2024Q1", 4),
    ("enterprises", "T", "2024Q2", 5),  # E5 has left
    ("enterprises", "V", "2024Q1", NOTHING),
    ("above_scale_enterprises", "D", "2024Q1", 2),
    ("above_scale_share", "D", "2024Q1", 50),
    ("newly_settled", "D", "2024", 1),
    ("enterprises_left", "T", "2024", 1),
    ("industries", "T", "2024Q1", 3),
    ("enterprise_report_rate", "D", "2024Q2", 75),
    ("enterprise_report_rate", "D", "2024", 87.5),  # 4 + 3 of 8
    ("gross_output", "D", "2024Q1", 260),
    ("gross_output", "D", "2024Q2", HIDDEN),  # E2 and E4
    ("gross_output", "D", "2024", HIDDEN),  # less the first quarter it would tell the second
    ("gross_output", "F", "2024", 250),  # one enterprise, but it may be named
    ("sales_output", "D", "2024Q1", 240),
    ("revenue", "D", "2024Q1", 248),
    ("tax", "F", "2024", 13),
    ("electricity", "F", "2024", 25),
    ("sales_to_output", "D", "2024Q1", 240 / 260 * 100),
    ("tax_to_output", "F", "2024Q1", 5),
    ("output_per_mwh", "F", "2024Q1", 10),
    ("output_per_mu", "F", "2024Q1", 12),
    ("output_per_mu", "F", "2024", 25),  # 250 over 10 mu, which are the same in both quarters
    ("output_per_mu", "Q", "2024Q2", Absence.NOT_COMPARABLE),
    ("output_per_mu", "D", "2024Q1", HIDDEN),
    ("tax_per_mu", "F", "2024Q1", 0.6),
    ("land_compared", "F", "2024Q1", 10),
    ("employees", "D", "2024Q1", 122),
    ("employees", "F", "2024", 54),
    ("employees_per_enterprise", "D", "2024Q1", 30.5),
    ("above_scale_employee_share", "D", "2024Q1", 85 / 122 * 100),
    ("output_per_employee", "F", "2024", 250 / 53),  # of 52 and 54
    ("courses", "P", "2024Q2", 2),
    ("courses", "P", "2023-12", 0),  # between two courses
    ("courses", "V", "2023-12", NOTHING),  # never any there
    ("courses", "P", "2024-07", SILENT),  # after the last
    ("courses", "P", "2023-11", 1),
    ("courses", "P", "2023-10", SILENT),  # before the first
    ("enrolled", "P", "2024Q2", 22),
    ("completed", "P", "2024Q2", 9),
    ("completed", "P", "2024-06", SILENT),
    ("completed", "P", "2024-05", 0),
    ("courses_cumulative", "P", "2024Q2", 4),
    ("completed_cumulative", "P", "2024Q1", 40),
    ("completed_cumulative", "P", "2024", 49),
    ("enrolled_per_course", "P", "2024Q2", 11),
    ("completion_rate", "P", "2024Q2", 90),  # K4 is not finished
    ("completion_rate", "P", "2024", 82.5),  # 33 of 40, no mean of rates
    ("certification_rate", "P", "2023Q4", 50),
    ("certification_rate", "P", "2024Q2", HIDDEN),  # two persons
    ("conversion_3m_rate", "P", "2024Q1", 50),
    ("conversion_3m_rate", "P", "2024Q2", SILENT),
    ("conversion_6m_rate", "P", "2023Q4", 25),
    ("conversion_6m_rate_cumulative", "P", "2024Q2", 25),
    ("courses_due_6m", "P", "2024Q2", 1),
    ("enrolled_due_6m", "P", "2024Q2", 20),
    ("completed_due_6m", "P", "2024Q2", 16),
    ("converted_3m_due_6m", "P", "2024Q2", 6),
    ("converted_6m_due_6m", "P", "2024Q2", 4),
    ("accounts_launched", "P", "2024Q2", 6),
    ("accounts_launched", "P", "2024Q1", SILENT),
    ("accounts_cumulative", "P", "2024Q2", 16),
    ("accounts_cumulative", "P", "2024Q1", SILENT),
    ("accounts_active", "P", "2024", 12),
    ("landing_rate", "P", "2024Q2", 75),
    ("enterprises_admitted", "P", "2024", 1),
    ("enterprises_admitted_cumulative", "P", "2024Q2", 4),
    ("enterprises_graduated_cumulative", "P", "2023Q4", 0),
    ("graduation_rate", "P", "2024Q2", 50),
    ("enterprises_surviving", "P", "2024Q2", 3),
    ("survival_rate", "P", "2024Q2", 75),
    ("jobs_created", "P", "2024Q2", 8),
    ("jobs_cumulative", "P", "2024Q2", 20),
    ("jobs_per_enterprise", "P", "2024Q2", 10),
    ("jobs_per_enterprise", "P", "2023Q4", NOTHING),  # no enterprise had come of it
    ("orders", "P", "2024Q2", 300),
    ("sales", "P", "2024Q2", 12.5),
    ("grids", "D", "2024Q2", 3),
    ("grids", "E", "2024Q2", NOTHING),  # no division into grids
    ("grid_leaders", "D", "2024Q1", 2),
    ("grid_coverage", "D", "2024Q2", 200 / 3),
    ("grid_coverage", "V2", "2024Q1", 0),
    ("grid_coverage", "V2", "2024Q2", SILENT),
    ("grid_report_rate", "D", "2024Q2", 200 / 3),
    ("grid_staff", "D", "2024Q1", 9),
    ("full_time_share", "D", "2024Q1", 400 / 9),
    ("staff_per_grid", "D", "2024Q1", 3),
    ("staff_per_grid", "D", "2024Q2", 4),  # of the two that reported
    ("households_per_grid", "D", "2024Q1", 310),
    ("residents_per_grid", "D", "2024Q1", 4300 / 3),
    ("residents_per_staff", "D", "2024Q1", 4300 / 9),
    ("enterprises_per_grid", "D", "2024Q1", 3),  # V2 left it empty
    ("grids_in_band_share", "D", "2024Q1", 50),
    ("grids_in_band_share", "P1", "2024Q1", Absence.NOT_COMPARABLE),  # no standard for its kind
    ("grids_in_band_share", "V2", "2024Q2", SILENT),
    ("grids_overloaded", "D", "2024Q1", 1),
    ("grids_overloaded", "D", "2024Q2", 0),
    ("events_per_grid", "D", "2024Q2", 2),
    ("events_per_1000_residents", "D", "2024Q2", 4 / 1760 * 1000),  # without V2, whose persons are unknown
    ("events_accepted", "D", "2024Q2", 6),
    ("events_accepted", "V", "2024-04", 3),
    ("events_accepted", "V2", "2024-04", 0),  # its 片区 sent the list
    ("events_accepted", "Q", "2024-05", SILENT),  # the other 片区 did not
    ("events_accepted", "F", "2024-04", NOTHING),
    ("events_closed", "D", "2024Q2", 4),
    ("closure_rate", "D", "2024Q2", 400 / 6),
    ("closure_rate", "V2", "2024-04", NOTHING),
    ("on_time_rate", "D", "2024-04", 50),
    ("on_time_rate", "D", "2024Q2", 50),  # A1 and A3 of A1, A2, A3, A4
    ("days_to_close", "D", "2024Q2", 8.5 / 4),
    ("days_to_close", "Q", "2024-04", 0.5),
    ("reopened_rate", "D", "2024Q2", 25),
    ("overdue_open", "D", "2024Q2", 1),
    ("party_organizations", "D", "2024Q2", 8),
    ("party_members", "D", "2024Q2", 105),
    ("members_per_organization", "D", "2024Q2", 105 / 8),
    ("women_share", "D", "2024Q2", 32 / 105 * 100),
    ("under_35_share", "D", "2024Q2", 22 / 105 * 100),
    ("college_share", "D", "2024Q2", 39 / 105 * 100),
    ("liaison_organizations", "P", "2024Q2", 4),
    ("liaison_coverage", "P", "2024Q2", 50),
    ("liaison_unclear", "P", "2024Q2", 2),
    ("households", "V", "2024Q2", 930),
    ("registered_residents", "V", "2024Q2", 2050),
    ("residents", "D", "2024Q2", 4100),
    ("residents", "D", "2024Q1", 4000),
    ("resident_ratio", "V", "2024Q2", 2),
    ("persons_per_household", "V", "2024Q2", 4100 / 930),
    ("village_groups", "V", "2024Q2", 12),
    ("village_representatives", "V", "2024Q2", 30),
    ("estates", "V", "2024Q2", 4),
)
