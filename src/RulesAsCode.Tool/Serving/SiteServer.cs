using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RulesAsCode.Tool.Serving;

/// <summary>
/// Serves a site to this machine only, and tells its pages when it has changed. Everything that it can give is in memory: an address is looked
/// up among the files of the site and never becomes a path of the disk.
/// </summary>
internal sealed class SiteServer : IDisposable
{
    /// <summary>What the server adds stands under this path, which no file of a site has.</summary>
    private const string Own = "/-/";

    private const string Policy = "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'; frame-ancestors 'none'";

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);
    private static readonly string Script = Resource("serve.js");
    private static readonly string Style = Resource("serve.css");

    private readonly HttpListener _listener = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private Shown _shown = Shown.Nothing;
    private TaskCompletionSource _changed = New();

    private SiteServer(int port)
    {
        Address = new Uri($"http://127.0.0.1:{port}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address { get; }

    /// <param name="port">From 1 to 65535; 0 for one that is free.</param>
    /// <exception cref="UsageException">The port cannot be had.</exception>
    public static SiteServer Start(int port)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return new SiteServer(port == 0 ? FreePort() : port);
            }
            catch (Exception problem) when (problem is HttpListenerException or SocketException)
            {
                // Between finding a free port and taking it, another may have taken it.
                if (port != 0 || attempt == 10)
                {
                    throw new UsageException($"Port {port} of 127.0.0.1 cannot be had: {problem.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Name another with --port, or let one be found with --port 0.");
                }
            }
        }
    }

    /// <summary>Serves this from now on, and tells the pages that are open.</summary>
    public void Show(Shown shown)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            _shown = shown;
            changed = _changed;
            _changed = New();
        }

        changed.SetResult();
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Close();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static string Resource(string name)
    {
        using Stream stream = typeof(SiteServer).Assembly.GetManifestResourceStream("Serving/" + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                _ = AnswerAsync(context);
            }
            catch (Exception problem) when (problem is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // The listener was closed, or one client broke off before it had asked for anything.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            HttpListenerResponse response = context.Response;
            response.Headers["Content-Security-Policy"] = Policy;
            response.Headers["X-Content-Type-Options"] = "nosniff";
            response.Headers["Referrer-Policy"] = "no-referrer";
            response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
            response.Headers["Cache-Control"] = "no-store";
            if (context.Request.HttpMethod is not ("GET" or "HEAD"))
            {
                response.Headers["Allow"] = "GET, HEAD";
                await SendAsync(context, 405, "text/plain", "Only GET and HEAD.\n");
                return;
            }

            string path = Uri.UnescapeDataString(context.Request.Url?.AbsolutePath ?? "/");
            if (path == Own + "events")
            {
                await TellChangesAsync(context);
                return;
            }

            (int status, string type, string text) = Answer(path);
            await SendAsync(context, status, type, text);
        }
        catch (Exception problem) when (problem is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // The client went away, or the server ends.
            context.Response.Abort();
        }
    }

    private (int Status, string Type, string Text) Answer(string path)
    {
        Shown shown;
        lock (_gate)
        {
            shown = _shown;
        }

        switch (path)
        {
            case Own + "serve.js":
                return (200, "text/javascript", Script);
            case Own + "serve.css":
                return (200, "text/css", Style);
        }

        string file = path.TrimStart('/');
        file = file.Length == 0 || file.EndsWith('/') ? file + "index.html" : file;
        if (shown.Files.TryGetValue(file, out string? text))
        {
            string type = TypeOf(file);
            return (200, type, type == "text/html" ? Page(text, shown) : text);
        }

        if (file == "index.html")
        {
            return (200, "text/html", Page(Frame(string.Concat(shown.Guides.Select(guide => $"<li><a href=\"{guide.Address}index.html\">{WebUtility.HtmlEncode(guide.Title)}</a></li>\n"))), shown));
        }

        string? notFound = shown.Guides.Where(guide => file.StartsWith(guide.Address, StringComparison.Ordinal)).Select(guide => shown.Files.GetValueOrDefault(guide.Address + "404.html")).FirstOrDefault();
        return notFound is null ? (404, "text/plain", "There is no such page.\n") : (404, "text/html", Page(notFound, shown));
    }

    /// <summary>The page of the root where no guide has it: several guides, or none so far.</summary>
    private static string Frame(string links) =>
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>rules serve</title>\n</head>\n"
        + "<body>\n<main>\n<h1>Guides</h1>\n" + (links.Length > 0 ? $"<ul>\n{links}</ul>\n" : "<p>There is no site yet. It is shown as soon as the rules build.</p>\n") + "</main>\n</body>\n</html>\n";

    /// <summary>A page with the script that loads it again, and what is wrong with the rules.</summary>
    private static string Page(string html, Shown shown)
    {
        int head = html.IndexOf("</head>", StringComparison.Ordinal);
        string page = head < 0 ? html : html.Insert(
            head, $"<link rel=\"stylesheet\" href=\"{Own}serve.css\">\n<script src=\"{Own}serve.js\" data-version=\"{shown.Version}\" defer></script>\n");
        if (shown.Problem is null)
        {
            return page;
        }

        int body = page.IndexOf("<body", StringComparison.Ordinal);
        int start = body < 0 ? -1 : page.IndexOf('>', body);
        return page.Insert(
            start + 1,
            $"\n<section class=\"rules-problem\" role=\"alert\" aria-label=\"Diagnostics\">\n<h2>{(shown.Files.Count > 0 ? "The rules do not build. Below is the last site that did." : "The rules do not build.")}</h2>\n<pre tabindex=\"0\">{WebUtility.HtmlEncode(shown.Problem)}</pre>\n</section>");
    }

    /// <summary>An event with the version at once and after each change, as long as the page is open.</summary>
    private async Task TellChangesAsync(HttpListenerContext context)
    {
        HttpListenerResponse response = context.Response;
        response.ContentType = "text/event-stream";
        response.SendChunked = true;
        string? told = null;
        while (true)
        {
            string version;
            Task changed;
            lock (_gate)
            {
                version = _shown.Version;
                changed = _changed.Task;
            }

            // A remark where nothing is new: a client that went away is noticed by it.
            byte[] text = Encoding.UTF8.GetBytes(version == told ? ":\n\n" : $"retry: 300\nevent: version\ndata: {version}\n\n");
            told = version;
            await response.OutputStream.WriteAsync(text, _end.Token);
            await response.OutputStream.FlushAsync(_end.Token);
            await Task.WhenAny(changed, Task.Delay(Heartbeat, _end.Token));
            _end.Token.ThrowIfCancellationRequested();
        }
    }

    private static async Task SendAsync(HttpListenerContext context, int status, string type, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        context.Response.StatusCode = status;
        context.Response.ContentType = type + "; charset=utf-8";
        context.Response.ContentLength64 = bytes.Length;
        if (context.Request.HttpMethod != "HEAD")
        {
            await context.Response.OutputStream.WriteAsync(bytes);
        }

        context.Response.Close();
    }

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html",
        ".css" => "text/css",
        ".js" => "text/javascript",
        ".json" => "application/json",
        ".svg" => "image/svg+xml",
        ".xml" => "application/xml",
        _ => "text/plain",
    };
}
