/// `data/comparison.schema.json`: what stands in the JSON of a comparison, for programs that check it or make types of it.
///
/// Keys may be added to the files, so the schema forbids none.
enum ComparisonSchema {
    /// JSON Schema, draft 2020-12.
    static let text = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "Comparison of two benchmark runs",
          "description": "A run, the head, held against another, the baseline. Ratios of times are baseline ÷ head: above 1 the head is faster.",
          "type": "object",
          "required": ["$schema", "schema", "label", "head", "base", "overall", "cautions", "missing", "new", "benchmarks"],
          "properties": {
            "$schema": { "type": "string", "description": "Where this schema stands, relative to the file." },
            "schema": { "const": 1, "description": "The version of the form. Keys are added without a new version." },
            "label": { "type": "string", "description": "What the baseline is called: a version, base for the merge base, or default_base_vs_FLAG." },
            "head": { "$ref": "#/$defs/run" },
            "base": { "$ref": "#/$defs/run" },
            "overall": {
              "type": "object",
              "required": ["geometricMean", "reliability", "memory", "verdict"],
              "properties": {
                "geometricMean": { "type": ["number", "null"], "exclusiveMinimum": 0, "description": "The classic overall mean of baseline ÷ head time." },
                "reliability": { "type": ["number", "null"], "minimum": 0, "maximum": 1, "description": "The classic probability that the head is faster, or slower." },
                "memory": { "type": ["number", "null"], "exclusiveMinimum": 0, "description": "The classic mean of head ÷ baseline memory." },
                "verdict": { "$ref": "#/$defs/verdict" }
              }
            },
            "cautions": {
              "description": "What a reader must know about the figures.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["code", "text"],
                "properties": { "code": { "$ref": "#/$defs/cautionCode" }, "text": { "type": "string", "minLength": 1 } }
              }
            },
            "missing": { "description": "Benchmarks of the baseline alone.", "$ref": "#/$defs/names" },
            "new": { "description": "Benchmarks of the head alone.", "$ref": "#/$defs/names" },
            "benchmarks": {
              "description": "Benchmarks of both runs, in code-point order of their names.",
              "type": "array",
              "minItems": 1,
              "items": { "$ref": "#/$defs/benchmark" }
            }
          },
          "$defs": {
            "names": { "type": "array", "items": { "type": "string" } },
            "word": { "enum": ["faster", "slower", "same", "unclear"] },
            "wordOrNone": { "enum": ["faster", "slower", "same", "unclear", null] },
            "cautionCode": { "type": "string", "pattern": "^C[0-9]+$" },
            "count": { "type": "integer", "minimum": 0 },
            "interval": {
              "description": "The two ends of a 95 % interval, the lower first.",
              "type": ["array", "null"],
              "items": { "type": "number", "minimum": 0 },
              "minItems": 2,
              "maxItems": 2
            },
            "run": {
              "type": "object",
              "required": ["file", "page", "machine", "fork", "ref", "version", "commit", "flags", "commitDate", "measuredAt"],
              "properties": {
                "file": { "type": "string", "description": "The results file, relative to the archive." },
                "page": { "type": "string", "description": "The run's page, relative to the site." },
                "machine": { "type": "string" },
                "fork": { "type": "string" },
                "ref": { "type": "string", "description": "Branch, tag or hash, cut to 20 characters by whoever named the file." },
                "version": { "type": "string" },
                "commit": { "type": "string", "description": "The first seven digits of the commit's hash." },
                "flags": { "description": "What is special about the build; empty for a default build.", "$ref": "#/$defs/names" },
                "commitDate": { "type": ["string", "null"], "description": "ISO 8601." },
                "measuredAt": { "type": ["string", "null"], "description": "When the measuring began, as the results file has it." }
              }
            },
            "verdict": {
              "description": "What may be said about the code, as in data/site.json.",
              "type": "object",
              "required": [
                "cautions", "driver", "family", "faster", "hints", "interval", "lnMean", "overall", "same", "sentence", "sigma", "slower", "unclear"
              ],
              "properties": {
                "cautions": { "type": "array", "items": { "$ref": "#/$defs/cautionCode" } },
                "driver": { "type": ["string", "null"], "description": "The one benchmark that makes the overall result." },
                "family": { "description": "How many benchmarks were judged.", "$ref": "#/$defs/count" },
                "faster": { "$ref": "#/$defs/count" },
                "slower": { "$ref": "#/$defs/count" },
                "same": { "$ref": "#/$defs/count" },
                "unclear": { "$ref": "#/$defs/count" },
                "hints": { "description": "How many are worth another run.", "$ref": "#/$defs/count" },
                "interval": { "$ref": "#/$defs/interval" },
                "lnMean": { "type": ["number", "null"], "description": "The natural logarithm of the overall mean." },
                "sigma": { "type": ["number", "null"], "minimum": 0, "description": "The standard deviation of lnMean." },
                "overall": { "$ref": "#/$defs/word" },
                "sentence": { "type": "string", "minLength": 1 }
              }
            },
            "values": {
              "description": "The values of one benchmark in one run.",
              "type": "object",
              "required": ["mean", "deviation", "count"],
              "properties": {
                "mean": { "type": "number", "exclusiveMinimum": 0, "description": "In the benchmark's unit." },
                "deviation": { "type": ["number", "null"], "minimum": 0, "description": "Their standard deviation; null for a single one." },
                "count": { "type": "integer", "minimum": 1 }
              }
            },
            "benchmark": {
              "type": "object",
              "required": [
                "name", "tags", "unit", "base", "head", "ratio", "interval", "verdict", "hint", "smallestVisibleChange", "excluded",
                "significant", "t", "memory"
              ],
              "properties": {
                "name": { "type": "string" },
                "tags": { "description": "The tags in the baseline's file.", "$ref": "#/$defs/names" },
                "unit": { "enum": ["second", "byte", "integer"] },
                "base": { "$ref": "#/$defs/values" },
                "head": { "$ref": "#/$defs/values" },
                "ratio": { "type": ["number", "null"], "minimum": 0, "description": "The baseline's mean ÷ the head's." },
                "interval": { "description": "Of the ratio; null where it is no number.", "$ref": "#/$defs/interval" },
                "verdict": { "description": "null where the benchmark is excluded.", "$ref": "#/$defs/wordOrNone" },
                "hint": { "type": "boolean", "description": "Whether it is worth another run." },
                "smallestVisibleChange": { "type": ["number", "null"], "minimum": 0, "description": "As a part of the whole, in steps of 0.001." },
                "excluded": { "type": "boolean", "description": "Whether the archive leaves it out of all figures over the whole." },
                "significant": { "type": "boolean", "description": "Whether the classic t-test tells the two apart; what cannot be tested counts as such." },
                "t": { "type": ["number", "null"], "description": "The statistic of that test, above 0 where the head is faster; null where it cannot be tested." },
                "memory": {
                  "description": "null where memory was not measured in both runs, or the readings of one are no measurement.",
                  "type": ["object", "null"],
                  "required": ["ratio", "verdict"],
                  "properties": {
                    "ratio": { "type": ["number", "null"], "minimum": 0, "description": "Head ÷ baseline: above 1 the head takes more." },
                    "verdict": { "description": "slower stands for more memory, faster for less.", "$ref": "#/$defs/wordOrNone" }
                  }
                }
              }
            }
          }
        }

        """
}
