"""Views → pictures and documents: web, PowerPoint, Word, HTML, Excel, PDF."""
