// Only while somebody writes, in the preview: shows the page anew when the book has been built anew.
new EventSource("/_preview/events").onmessage = () => location.reload();
