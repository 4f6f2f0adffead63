namespace RulesAsCode.Tool.Tests;

/// <summary>A small ruleset that holds a value of every kind the tool prints.</summary>
internal static class BathingLicence
{
    internal const string Rules = """
        guide Bathing Licence "A licence to keep a bathing place"
          for "Owners of bathing places"
          see Act

        source Act "Bathing Places Act"
          section 4 "Who may hold a licence"
          section 5 "The fee"
          section 6 "Lifeguards"

        choice Water
          River
          Lake
          Open Sea

        record lifeguard
          trained on is a date
            ask "When was the lifeguard trained?"

        facts Applicant
          age is a whole number
            ask "How old are you?"
          fee paid is money or none
            ask "Which fee have you paid?"
          kinds of water are a set of Water
            ask "Which kinds of water are there?"
          alarm is an EUI-64 or none  # allow RAC9001: asked for the register of alarms
            ask "What is the identifier of the alarm?"
          lifeguards are a list of lifeguard
            ask "Who are the lifeguards?"

        requirement Right Age
          see Act 4
            quote "a person of at least 18 years"
          applies always
          requires that age is at least 18
            otherwise "Wait until you are 18."

        requirement Fee
          see Act 5
          applies when kinds of water include Open Sea
          requires fee paid
            otherwise "Pay the fee."
          requires that fee paid is at least £12.50  # allow RAC9103: the fee is made up
            otherwise "Pay the rest of the fee."

        requirement Training
          see Act 6
          for each lifeguard
          applies always
          requires that trained on is on or after 1 January 2024
            otherwise "Have the lifeguard trained again."

        disclaimer Overview
          shown on every page
          text "This guide gives an overview, and is no legal advice."

        """;

    internal const string Examples = """
        part of Bathing Licence

        example "Both sides of eighteen"
          as at 1 July 2026
          cases
            | age | expect Right Age |
            | 17  | not satisfied    |
            | 18  | satisfied        |
            |     | undecided        |

        example "A river needs no fee"
          as at 1 July 2026
          given
            kinds of water are River
          expect
            Fee is not applicable

        """;

    /// <summary>One row of <see cref="Examples"/> that does not come out: 17 is said to be enough.</summary>
    internal static string ExamplesThatFail => Examples.Replace("| 17  | not satisfied    |", "| 17  | satisfied        |", StringComparison.Ordinal);

    /// <summary>Everything is met.</summary>
    internal const string Met = """
        { "age": 18, "feePaid": "12.50", "kindsOfWater": ["lake", "openSea"], "alarm": "90-B3-D5-1F-30-01-00-00",
          "lifeguards": [ { "trainedOn": "2024-01-01" }, { "trainedOn": "2025-03-31" } ] }
        """;

    /// <summary>Too young; one lifeguard's training is not given; the fee is not paid.</summary>
    internal const string Mixed = """
        { "age": 17, "feePaid": null, "kindsOfWater": ["openSea"],
          "lifeguards": [ { "trainedOn": "2024-01-01" }, { } ] }
        """;
}
