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

# What must be refused.
refused <- function(folders) inherits(try(read_runs(folders, "district"), silent = TRUE), "try-error")
stopifnot(refused(c("results/law", "results/part_1")), refused(c("results/part_1", "results/other")),
          !refused(c("results/part_1", "results/part_2")))
