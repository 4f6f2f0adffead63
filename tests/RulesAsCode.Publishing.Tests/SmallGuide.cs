namespace RulesAsCode.Publishing.Tests;

/// <summary>A small guide that shows every part of a page once.</summary>
internal static class SmallGuide
{
    public const string Library =
        """
        library Harbour
          introduction:
            What the guides to the harbour share. Titles are **as printed**.

        source Bylaw "Harbour Bylaw"
          url "https://harbour.example/bylaw?a=1&b=2"
          edition 1 March 2020
          section 1 "Mooring"
          section 2
            status "suspended for 2024"
          section 3 "Fees"
            url "https://harbour.example/fees"
          section 3.1
            not modelled "It is about receipts."
          section 4 "Flags"
        source Custom "What people do"

        term Master "Harbour Master"
          meaning "Whoever runs the harbour. The Master answers to no other Master."
        term berth
          meaning:
            A place to tie up a boat:

            - in the basin, or
            - on the quay.
        term Owner

        calendar Harbour
          weekend Sunday
          covers 2020 to 2030
          edition 5 January 2024
          reading Sundays

        reading Sundays "Is a Sunday a working day?"
          taken "No."

        contact Office
          telephone "01234 567890"
          email "office@harbour.example"
          website "https://harbour.example/"
          hours "9 to 5"

        disclaimer General
          shown on every page
          text "This is not the Bylaw."
        disclaimer Time
          shown on the timeline
          text:
            Times are indicative:

            1. tides change;
            2. so do people.
        """;

    public const string Guide =
        """
        guide Mooring "Mooring a boat"
          for "Owners"
          for "Crews"
          uses Harbour
          see Bylaw, Custom
          version 1.2.0
          working days from Harbour
          introduction:
            How an Owner gets a berth. Berths are few.

            ### Before you begin

            Ask the Master.

        choice Kind
          Sail
          Motor "With an engine of any kind"
          Oars

        choice Size
          Small
          Large

        record crossing
          left on is a date
            ask "When did you leave?"
          arrived on is a date or none
            ask "When did you arrive?"
            note "Answer 'none' while you are at sea."

        facts Boat
          kind is a Kind
            ask "What drives the boat?"
          sizes are a set of Size
            ask "Which sizes?"
            note:
              More than one:

              - for catamarans,
              - for rafts.
          asked on is a date or none
            ask "When did you ask for a berth?"
          moored on is a date or none
          fee is money
            ask "What is the fee?"
          length is a number
          flag shown is yes/no
            ask "Do you show a flag?"
          crossings are a list of crossing
            ask "Which crossings have you made?"

        parameter rate
          £2.50 from 1 January 2020
            see Bylaw 3
          £3.00 from 1 January 2024

        define fee due
          see Bylaw 3
          reading Rounding
          meaning "What the berth costs."
          as rate * length when kind is Sail
          as 2 * rate * length when all of
            - kind is Motor
            - flag shown
          otherwise £0.00
          rounded down to £0.01

        define long
          meaning "Too long for the basin."
          when length is more than 10

        reading Rounding "How are pence rounded?"
          taken "Down."
          owner "Office"

        reading Two Days "From when do the two days run?"
          taken:
            From the day of asking. That day:

            - does not count,
            - even on a Sunday.
          owner "Office"

        requirement Ask "Ask for a berth"
          see Bylaw 1, Bylaw 2
            quote "at least 10 days before"
          applies always
          requires asked on
            otherwise "Ask the Master."
          requires that moored on is at least 10 days after asked on
            otherwise "Wait ten days."
            reading Two Days
              or read as moored on is at least 11 days after asked on
          recommends that flag shown
            otherwise "Show a flag."
          takes about 2 weeks
          guidance:
            Write to the Master.

        requirement Pay "Pay the fee"
          see Bylaw 3(2), Bylaw 1 to 3
          applies when all of
            - kind is one of Sail or Motor
            - none of
              - long
              - sizes are empty
            see Bylaw 3
          unless fee due is £0.00
            see Custom
            unless flag shown
          in force from 1 January 2022 until the end of 31 December 2029
          requires that fee is at least fee due
            unless any of
              - sizes include Small
              - not flag shown
              see Bylaw 1
          follows Ask

        requirement Answer "The answer comes in time"
          see Bylaw 1
          falls on Master
          applies always
          requires moored on within 2 working days after asked on
            otherwise "Ask again."
            see Bylaw 3
          follows Ask

        requirement Log "Log every crossing"
          see Custom
          for each crossing
          applies when left on is on or after 1 January 2022
          requires arrived on
          takes an unknown time "It depends on the wind"

        timeline Mooring "From asking to mooring"
          shows Ask, Pay, Answer and Log
          note "Nothing is added up."

        disclaimer Fees
          shown on Pay
          text "Fees may change."

        example "A sailing boat"
          as at 1 June 2024
          given
            kind is Sail
            sizes are Large
            asked on is 2 May 2024
            moored on is none
            length is 8.5
            crossing
              left on is 1 May 2024
              arrived on is none
            crossing
          expect
            fee due is £25.50
            Ask is not satisfied
              says "Wait ten days."
            Pay is undecided
              asks for fee and flag shown
            crossing 1's Log is not satisfied
            everything is not satisfied

        example "Ten days"
          as at 1 June 2024
          cases
            | kind | asked on   | moored on   | expect Ask    | expect everything |
            | Oars | 2 May 2024 | 11 May 2024 | not satisfied | not satisfied     |
            | Oars | 2 May 2024 | 12 May 2024 | satisfied     |                   |
            | Oars | none       |             | not satisfied |                   |

        example "Nothing known"
          as at 1 June 2024
          expect
            everything is undecided

        change 1 May 2024 "Fees rise"
          touches Pay
        change 1 June 2024 "First version."
          touches Ask and Pay
        """;
}
