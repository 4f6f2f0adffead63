using System.Net;
using System.Text;

namespace RulesAsCode.Publishing.Browser.Tests;

/// <summary>A static host for sites in memory, each under a path of its own, on this machine only. It sends the strict policy that the sites are made for.</summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private const string Policy = "default-src 'self'";

    private readonly HttpListener _listener;
    private readonly IReadOnlyDictionary<string, string> _files;
    private readonly Task _serving;

    private SiteServer(HttpListener listener, string address, IReadOnlyDictionary<string, string> files)
    {
        _listener = listener;
        _files = files;
        Address = address;
        _serving = Task.Run(ServeAsync);
    }

    /// <summary>The root, with its <c>/</c>.</summary>
    public string Address { get; }

    /// <param name="files">The texts of all files by their paths from the root.</param>
    public static SiteServer Start(IReadOnlyDictionary<string, string> files)
    {
        // The listener cannot choose a free port itself, and one that was free a moment ago may be taken.
        for (int attempt = 0; ; attempt++)
        {
            string address = $"http://127.0.0.1:{Random.Shared.Next(20_000, 60_000)}/";
            var listener = new HttpListener { Prefixes = { address } };
            try
            {
                listener.Start();
                return new SiteServer(listener, address, files);
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                listener.Close();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception problem) when (problem is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            try
            {
                Answer(context);
            }
            catch (Exception problem) when (problem is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The browser has left the page before it was served.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        string path = Uri.UnescapeDataString(context.Request.Url!.AbsolutePath).TrimStart('/');
        HttpListenerResponse response = context.Response;
        response.AddHeader("Content-Security-Policy", Policy);
        response.AddHeader("X-Content-Type-Options", "nosniff");
        byte[] content = [];
        if (_files.TryGetValue(path, out string? text))
        {
            content = Encoding.UTF8.GetBytes(text);
            response.ContentType = TypeOf(path);
        }
        else
        {
            response.StatusCode = 404;
        }

        response.Close(content, willBlock: false);
    }

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".xml" => "application/xml; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    };
}
