# Writes what docs/analysis/results.R makes of the folders of docs/analysis.md, for analysis.py.
source("docs/analysis/results.R")
dir.create("dump", showWarnings = FALSE)
write_rows <- function(rows, name) {
  write.csv(format_numbers(rows), file.path("dump", name), row.names = FALSE, na = "")
}
format_numbers <- function(rows) {
  rows[] <- lapply(rows, function(x) {
    if (is.double(x)) ifelse(is.na(x), NA, format(x, digits = 17, scientific = FALSE, trim = TRUE)) else x
  })
  rows
}
type_of <- function(x) if (is.factor(x)) "word" else class(x)

types <- NULL
for (folder in c("law", "compare", "hiring")) {
  for (table in unique(codebook(file.path("results", folder))$table)) {
    rows <- read_table(file.path("results", folder), table)
    write_rows(rows, paste0(folder, ".", table, ".csv"))
    types <- rbind(types, data.frame(folder, table, column = names(rows), type = sapply(rows, type_of)))
  }
}
write_rows(types, "types.csv")

# Every number of a table that has models, or that is the city's, as differences.csv has it.
differences <- NULL
for (table in c("truth_models", "models", "district", "sustainability", "truth_sustainability")) {
  law <- read_table("results/law", table)
  R1 <- read_table("results/R1", table)
  if (is.null(law$model)) law$model <- R1$model <- ""
  law$model <- ifelse(is.na(law$model), "", law$model)
  R1$model <- ifelse(is.na(R1$model), "", R1$model)
  for (column in setdiff(names(law), c("scenario", "replicate", "year", "model"))) {
    if (!is.numeric(law[[column]]) && !is.logical(law[[column]])) next
    rows <- paired(law, R1, column, by = c("year", "model"))
    differences <- rbind(differences, cbind(table = table, measure = column, rows))
  }
}
write_rows(differences, "differences.csv")

sweep <- read_table("results/hiring", "runs")
responses <- NULL
for (factor in c("leadership", "policy")) {
  for (outcome in grep("@", names(sweep), value = TRUE)) {
    rows <- setNames(response(sweep, factor, outcome), c("level", "mean", "difference", "error", "low", "high", "replicates"))
    responses <- rbind(responses, cbind(factor = factor, outcome = outcome, rows))
  }
}
write_rows(responses, "responses.csv")

# What must be refused, and what is told then.
refused <- function(asked, ...) {
  told <- tryCatch({asked; "nothing"}, error = conditionMessage)
  for (words in c(...)) if (!grepl(words, told, fixed = TRUE)) stop(deparse(substitute(asked)), ": ", told)
}
table_of <- function(name) read_table(file.path("results", name), "truth_models")
by <- c("year", "model")
refused(read_table("results/nowhere", "schools"), "results/nowhere: is no folder")
refused(read_table("results", "schools"), "results: has no codebook.csv")
refused(read_table("results/law", "scools"), 'no table "scools"', 'did you mean "schools"?', "truth_groups")
refused(read_table("results/law", "students"), 'no table "students"', "--students")
refused(read_table("results/half", "runs"), "results/half: has no runs.csv", "homeroom collect")
refused(runs_of("results/hiring"), "results/hiring: has no manifest.json")
refused(runs_of(character(0)), "no folder is named")
refused(read_runs(c("results/law", "results/part_1"), "district"), "replicate 1 stands in two folders", "part_1")
refused(read_runs(c("results/part_1", "results/other"), "district"), "different scenarios, seeds or programs")
refused(paired(table_of("law"), table_of("R1"), "latent_grwth_math", by), 'did you mean "latent_growth_math"?')
refused(paired(table_of("law"), table_of("R1"), "latent_growth_math", "year"), "several rows for one replicate")
refused(paired(table_of("law"), table_of("R1"), "model", "year"), "holds no numbers")
refused(paired(table_of("part_1"), table_of("part_2"), "latent_growth_math", by), "no row of the same")
refused(response(sweep, "leadersip", names(sweep)[11]), 'did you mean "leadership"?')
# How many replicates a run was asked for makes no other city.
stopifnot(nrow(read_runs(c("results/first", "results/part_2"), "district")) == 20,
          nrow(read_runs(c("results/part_1", "results/part_2"), "district")) == 20)
