"""Splink on DuckDB, set up for each set as its own documentation's example for that set does it (examples
"deduplicate_50k_synthetic", "febrl3", "febrl4", "accuracy analysis from labels column" for fake_1000, read
in November 2026), and for invented people in the manner of these. Its clusters, connected
components at .5, are made too, since that is a part of the job; the scoring makes its own."""

import time

import peer

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

SPLIT = {  # how a file's text becomes columns, beyond blanks off the ends and "" for nothing
    "people": {"phone": "regexp_replace(phone, '[^0-9]', '', 'g')",
               "given_name": "lower(given_name)", "family_name": "lower(family_name)", "street": "lower(street)",
               "city": "lower(city)"},
}


def frequent(comparison):
    return comparison.configure(term_frequency_adjustments=True)


def fake_1000():
    return {
        "blocking": [block_on("first_name"), block_on("surname"), block_on("dob"), block_on("email")],
        "comparisons": [cl.ForenameSurnameComparison("first_name", "surname"),
                        cl.DateOfBirthComparison("dob", input_is_string=True), frequent(cl.ExactMatch("city")),
                        cl.EmailComparison("email")],
        "surely": ["l.first_name = r.first_name and levenshtein(r.dob, l.dob) <= 1",
                   "l.surname = r.surname and levenshtein(r.dob, l.dob) <= 1",
                   "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2", "l.email = r.email"],
        "recall": .7, "random_pairs": 1e6,
        "training": [block_on("dob"), block_on("email"), block_on("first_name", "surname")], "frequencies": False,
    }


def historical_50k():
    return {
        "blocking": [block_on("substr(first_name,1,3)", "substr(surname,1,4)"), block_on("surname", "dob"),
                     block_on("first_name", "dob"), block_on("postcode_fake", "first_name"),
                     block_on("postcode_fake", "surname"), block_on("dob", "birth_place"),
                     block_on("substr(postcode_fake,1,3)", "dob"), block_on("substr(postcode_fake,1,3)", "first_name"),
                     block_on("substr(postcode_fake,1,3)", "surname"),
                     block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)")],
        "comparisons": [cl.ForenameSurnameComparison("first_name", "surname",
                                                     forename_surname_concat_col_name="whole_name"),
                        cl.DateOfBirthComparison("dob", input_is_string=True), cl.PostcodeComparison("postcode_fake"),
                        frequent(cl.ExactMatch("birth_place")), frequent(cl.ExactMatch("occupation"))],
        "both": "first_name || ' ' || surname",
        "surely": [block_on("first_name", "surname", "dob"),
                   block_on("substr(first_name,1,2)", "surname", "substr(postcode_fake,1,2)"),
                   block_on("dob", "postcode_fake")],
        "recall": .6, "random_pairs": 1e7, "training": [block_on("first_name", "surname"), block_on("dob")],
        "frequencies": False,
    }


SWAPPED = "l.given_name = r.surname and l.surname = r.given_name"


def febrl3():
    return {
        "blocking": [block_on(name) for name in ("soc_sec_id", "given_name", "surname", "date_of_birth", "postcode")],
        "comparisons": [cl.NameComparison("given_name"), cl.NameComparison("surname"),
                        cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
                        cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]), frequent(cl.ExactMatch("street_number")),
                        frequent(cl.ExactMatch("postcode"))],
        "surely": [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth"),
                   SWAPPED + " and l.date_of_birth = r.date_of_birth"],
        "recall": .9, "random_pairs": 1e6, "training": [block_on("date_of_birth"), block_on("postcode")],
        "frequencies": True,
    }


def febrl4():
    return {
        "blocking": [block_on("given_name", "surname"), SWAPPED, block_on("date_of_birth"), block_on("soc_sec_id"),
                     block_on("state", "address_1"), block_on("street_number", "address_1"), block_on("postcode")],
        "comparisons": [frequent(cl.NameComparison("given_name")), frequent(cl.NameComparison("surname")),
                        cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d",
                                                 invalid_dates_as_null=True),
                        cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
                        frequent(cl.ExactMatch("street_number")),
                        frequent(cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]))],
        "surely": [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")],
        "recall": .8, "random_pairs": 1e6, "training": [block_on("date_of_birth"), block_on("postcode")],
        "frequencies": False,
    }


def people():
    return {
        "blocking": [block_on("given_name", "family_name"),
                     "l.given_name = r.family_name and l.family_name = r.given_name", block_on("phone"),
                     block_on("substr(family_name,1,3)", "birth_date"),
                     block_on("substr(given_name,1,3)", "birth_date"),
                     block_on("birth_date", "postcode"), block_on("birth_date", "street"),
                     block_on("family_name", "street"), block_on("given_name", "street"),
                     block_on("substr(family_name,1,3)", "postcode"), block_on("substr(given_name,1,3)", "postcode")],
        # Not the city, which the postcode says: with both it does worse.
        "comparisons": [cl.ForenameSurnameComparison("given_name", "family_name",
                                                     forename_surname_concat_col_name="whole_name"),
                        cl.DateOfBirthComparison("birth_date", input_is_string=True), cl.ExactMatch("sex"),
                        frequent(cl.LevenshteinAtThresholds("street", [1, 3])),
                        frequent(cl.LevenshteinAtThresholds("postcode", [1])),
                        frequent(cl.LevenshteinAtThresholds("phone", [1]))],
        "both": "given_name || ' ' || family_name",
        "surely": [block_on("given_name", "family_name", "birth_date"), block_on("phone", "birth_date")],
        "recall": .6, "random_pairs": 1e7,
        "training": [block_on("given_name", "family_name"), block_on("birth_date", "postcode")], "frequencies": False,
    }


def table(connection, job, number, both):
    """A file as a relation, `row` from 0."""
    path = job.files[number]
    names = connection.execute("select * from read_csv(?, all_varchar=true, header=true) limit 0", [path]).description
    split = SPLIT.get(job.kind, {})
    columns = []
    for (name, *_) in names:
        plain = name.strip()
        text = split.get(plain, plain).replace(plain, f'"{name}"')
        columns.append(f"nullif(trim({text}), '') as {plain}")
    inner = (f"select row_number() over () - 1 as row, {', '.join(columns)} "
             f"from read_csv('{path}', all_varchar=true, header=true)")
    more = f", {both} as whole_name" if both else ""
    connection.execute(f"create table list{number} as select *{more} from ({inner})")
    return connection.table(f"list{number}")


def main():
    job = peer.Job()
    settings = {"fake_1000": fake_1000, "historical_50k": historical_50k, "febrl3": febrl3, "febrl4": febrl4,
                "people": people}[job.kind]()
    if job.rows_in_all <= 10_000:  # as the examples of small sets
        settings["random_pairs"] = 1e6
    connection = duckdb.connect()
    connection.execute("set threads = 2")
    api = DuckDBAPI(connection=connection)
    tables = [api.register(table(connection, job, k, settings.get("both"))) for k in range(len(job.files))]
    started = time.monotonic()
    linker = Linker(tables, SettingsCreator(
        link_type="link_only" if job.two else "dedupe_only", unique_id_column_name="row",
        blocking_rules_to_generate_predictions=settings["blocking"], comparisons=settings["comparisons"]))
    training = linker.training
    training.estimate_probability_two_random_records_match(settings["surely"], recall=settings["recall"])
    training.estimate_u_using_random_sampling(max_pairs=settings["random_pairs"], seed=1)
    for rule in settings["training"]:
        training.estimate_parameters_using_expectation_maximisation(
            rule, estimate_without_term_frequencies=not settings["frequencies"])
    job.about["training"] = round(time.monotonic() - started, 3)
    started = time.monotonic()
    told = linker.inference.predict(threshold_match_probability=.01)
    linker.clustering.cluster_pairwise_predictions_at_threshold(told, threshold_match_probability=.5)
    job.about["predicting"] = round(time.monotonic() - started, 3)
    a, b = "row_l", "row_r"
    if job.two:  # the first list's row first
        first = "source_dataset_l < source_dataset_r"
        a, b = f"case when {first} then row_l else row_r end", f"case when {first} then row_r else row_l end"
    told.as_duckdbpyrelation().project(f"{a}, {b}, match_weight").write_csv(job.out, header=False)
    job.finish()


main()
