/** Paragraphs of a made-up article, each long enough to be one. */
export const articleParagraphs = [
  'The city council says that the tram line to the harbour will pay for itself within ten years, and it has published the figures on which that claim rests.',
  'Residents of Elmwood doubt the figures: the forecast counts every passenger of the present bus line twice, they say, and leaves out the cost of the new bridge.',
  'The council answered on Tuesday that the bridge would be built in any case, with or without rails on it, and that nobody had been counted twice.',
  'An engineer who worked on the first plans told this newspaper that both sides were right in part, since the forecast mixes trips and passengers.',
] as const

export const headline = 'Tram line will pay for itself, council says'

/** A page as newspapers make them: the article in the middle of everything else. */
export const newsPage = `<!DOCTYPE html>
<!-- saved from url=(0042)https://gazette.example/2021/05/tram-line -->
<html lang="en"><head><meta charset="utf-8"><title>${headline} | Elmwood Gazette</title>
<meta property="og:site_name" content="Elmwood Gazette">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
{"@type":"NewsArticle","headline":"${headline}","datePublished":"2021-05-05T08:00:00+02:00",
"author":[{"@type":"Person","name":"Ada Example"},{"@type":"Person","name":"Ben Example"}]}]}</script></head>
<body><header class="masthead"><a href="/">Elmwood Gazette</a></header>
<nav class="main-nav"><ul><li><a href="/news">News</a><li><a href="/sport">Sport</a><li><a href="/weather">Weather</a></ul></nav>
<div class="cookie-consent">We use cookies to make this page better. <button>Accept all</button></div>
<main><h1>${headline}</h1><div class="byline">By Ada Example and Ben Example, 5 May</div>
<article class="story-body">
<p>${articleParagraphs[0]}</p><figure><img src="page_files/tram.jpg"><figcaption>The harbour on Monday</figcaption></figure>
<p>${articleParagraphs[1]}</p><h2>The bridge</h2><p>${articleParagraphs[2]}</p>
<blockquote><p>${articleParagraphs[3]}</p></blockquote>
<div class="share-tools"><a href="#s1">Share on one network</a> <a href="#s2">Share on another</a></div></article></main>
<aside class="related-stories"><h3>Read also</h3><ul><li><a href="/a">Bus fares rise again in spring</a><li><a href="/b">Harbour festival opens on Friday</a></ul></aside>
<section id="comments"><h3>2 comments</h3><div class="comment"><p>Nobody will ever take that tram, I tell you, and the council knows it very well.</p></div>
<div class="comment"><p>I will take it every single day, and so will all of my neighbours in the harbour.</p></div></section>
<footer>© Elmwood Gazette. All rights reserved. <a href="/imprint">Imprint</a></footer></body></html>`
