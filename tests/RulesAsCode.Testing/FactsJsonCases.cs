namespace RulesAsCode.Testing;

/// <summary>Facts of every type, and texts that are wrong for them: every reader of facts refuses each with the same sentence.</summary>
public static class FactsJsonCases
{
    public const string Rules = """
        guide Facts "Facts of every type"
          for "Testers"

        disclaimer advice
          shown on every page
          text "None."

        choice User Role
          Other User
          Import Supplier
          Gas Supplier

        format Company Number
          pattern "[0-9]{8}|SC[0-9]{6}"

        format Slow
          pattern "(a+)+b"

        record testing programme
          notice to DCC is a date
          user role is a User Role

        record address
          post town is text

        facts Everything
          registered is yes/no
          legal name is text
          rate is a number
          premises is a whole number
          share is a percentage
          credit cover is money or none
          notice on is a date or none
          notice period is a duration
          user ID is an EUI-64
          user role is a User Role
          user roles are a set of User Role
          testing programmes are a list of testing programme
          head office is an address
          company number is a Company Number
          slow is a Slow

        """;

    /// <summary>Texts with what is wrong with them, and where.</summary>
    public static IReadOnlyList<(string Json, string Pointer, string Message)> Refused { get; } =
    [
        ("""{"registerd":true}""", "/registerd", "There is no fact called 'registerd'; did you mean 'registered'?"),
        ("""{"notice_to_dcc":"2024-01-01"}""", "/notice_to_dcc", "There is no fact called 'notice_to_dcc'."),
        ("""{"user_roles":[]}""", "/user_roles", "There is no fact called 'user_roles'; did you mean 'userRoles'?"),
        ("""{"a/b~":1}""", "/a~1b~0", "There is no fact called 'a/b~'."),
        ("""{"registered":"yes"}""", "/registered", "registered is \"yes\"; write true or false."),
        ("""{"registered":null}""", "/registered", "registered is null, which says that there is none, and this fact always has a value; leave it out while it is not known."),
        ("""{"registered":true,"registered":true}""", "/registered", "'registered' is given twice; say which answer holds."),
        ("""{"legalName":5}""", "/legalName", "legal name is 5; write a text in quotation marks."),
        ("""{"rate":"1,250"}""", "/rate", "rate is \"1,250\"; write a number such as 12.5, below 10^15 and with at most nine decimals."),
        ("""{"rate":1e15}""", "/rate", "rate is 1e15; write a number such as 12.5, below 10^15 and with at most nine decimals."),
        ("""{"rate":1e999999999999}""", "/rate", "rate is 1e999999999999; write a number such as 12.5, below 10^15 and with at most nine decimals."),
        ("""{"rate":1e-10}""", "/rate", "rate is 1e-10; write a number such as 12.5, below 10^15 and with at most nine decimals."),
        ("""{"rate":" 1"}""", "/rate", "rate is \" 1\"; write a number such as 12.5, below 10^15 and with at most nine decimals."),
        ("""{"rate":""}""", "/rate", "rate is \"\"; write a number such as 12.5, below 10^15 and with at most nine decimals."),
        ("""{"rate":true}""", "/rate", "rate is true; write a number such as 12.5, below 10^15 and with at most nine decimals."),
        ("""{"premises":1.5}""", "/premises", "premises is 1.5; write a whole number such as 12."),
        ("""{"creditCover":2000.001}""", "/creditCover", "credit cover is 2000.001; write an amount in whole pence such as 2000.01."),
        ("""{"creditCover":"£5"}""", "/creditCover", "credit cover is \"£5\"; write an amount in whole pence such as 2000.01, below 10^15 and with at most nine decimals."),
        ("""{"share":"0.00000001"}""", "/share", "share is \"0.00000001\"; write a percentage such as 20 or \"20%\", with at most seven decimals."),
        ("""{"noticeOn":"02/04/2024"}""", "/noticeOn", "notice on is \"02/04/2024\"; write a date from 1900 to 2199 such as \"2024-04-02\" (year, month, day)."),
        ("""{"noticeOn":"2023-02-29"}""", "/noticeOn", "notice on is \"2023-02-29\"; write a date from 1900 to 2199 such as \"2024-04-02\" (year, month, day)."),
        ("""{"noticeOn":"2200-01-01"}""", "/noticeOn", "notice on is \"2200-01-01\"; write a date from 1900 to 2199 such as \"2024-04-02\" (year, month, day)."),
        ("""{"noticePeriod":60}""", "/noticePeriod", "notice period is 60; write a length such as \"60 working days\", \"2 weeks\" or \"1 month\"."),
        ("""{"noticePeriod":"60 business days"}""", "/noticePeriod", "notice period is \"60 business days\"; write a length such as \"60 working days\", \"2 weeks\" or \"1 month\"."),
        ("""{"noticePeriod":"99999999999 days"}""", "/noticePeriod", "notice period is \"99999999999 days\"; write a length such as \"60 working days\", \"2 weeks\" or \"1 month\"."),
        ("""{"userId":"90B3D51F3001"}""", "/userId", "user ID is \"90B3D51F3001\". This has 12 hexadecimal digits, as a 48-bit address has; an EUI-64 has 16."),
        ("""{"userRole":"Import Supplier"}""", "/userRole", "user role is \"Import Supplier\", which is no User Role; did you mean 'importSupplier'?"),
        ("""{"userRole":"banana"}""", "/userRole", "user role is \"banana\"; write one of \"otherUser\", \"importSupplier\", \"gasSupplier\"."),
        ("""{"userRoles":"otherUser"}""", "/userRoles", "user roles is \"otherUser\"; write an array of members of User Role, such as [\"otherUser\", \"importSupplier\"], or []."),
        ("""{"userRoles":["otherUser","otherUser"]}""", "/userRoles/1", "user roles has 'otherUser' twice; a set has each member once."),
        ("""{"testingProgrammes":{}}""", "/testingProgrammes", "testing programmes is an object; write an array with an object for each testing programme, or []."),
        ("""{"testingProgrammes":[{},null]}""", "/testingProgrammes/1", "testing programme 2 is null; write an object with the facts of the testing programme."),
        ("""{"testingProgrammes":[{"noticeToDCC":"2024-01-01"}]}""", "/testingProgrammes/0/noticeToDCC", "There is no fact of testing programme called 'noticeToDCC'; did you mean 'noticeToDcc'?"),
        ("""{"headOffice":"Cardiff"}""", "/headOffice", "head office is \"Cardiff\"; write an object with the facts of it."),
        ("""{"companyNumber":"SC123456\n"}""", "/companyNumber", "company number is \"SC123456\uFFFD\"; write a Company Number, that is a text of the pattern [0-9]{8}|SC[0-9]{6}."),
        ("""[]""", "", "The facts are an array; write an object with a member for each fact, such as { \"registered\": ... }."),
    ];

    /// <summary>Texts that try to break a reader.</summary>
    public static IReadOnlyList<string> Hostile { get; } =
    [
        new string('[', 100_000),
        string.Concat(Enumerable.Repeat("{\"headOffice\":", 100_000)),
        "{\"legalName\":\"\\ud800\"}",
        "{\"legalName\":\"\ud800\"",
        "{\"" + new string('x', 1_000_000) + "\":1}",
        "{\"rate\":" + new string('9', 100_000) + "}",
        "{\"slow\":\"" + new string('a', 5_000) + "\"}",
        "\0",
        "{\"\\ud800\":1}",
    ];
}
