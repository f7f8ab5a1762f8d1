/// The words of class and id names, by what they hint at: international practice and that of Russian, Ukrainian and
/// Kazakh sites. A word is one run of letters or up to three neighbouring ones written together.
enum ClassHintWords {
  static let table: [String: ClassHints] = {
    var table: [String: ClassHints] = [:]
    for (hint, words) in rows {
      for word in words.split(whereSeparator: \.isWhitespace) {
        table[String(word), default: []].formUnion(hint)
      }
    }
    return table
  }()

  private static let rows: [(ClassHints, String)] = [
    (
      .body,
      """
      articlebody articletext articlecontent articlebodytext articlefulltext articledetail articlemaintext
      entrycontent entrybody entrytext postcontent postbody posttext postmessage storybody storycontent storytext
      storyfull newsbody newstext newscontent newsdetail newsdetailtext newsfull newsfulltext newsitemtext
      fullstory fullnews fulltext fullarticle detailtext detailbody bodytext bodycopy contentbody contenttext
      maintext textbody textcontent articleinner articlewrapper singlecontent singlepostcontent blogcontent
      postentry mediatorarticle topicbody topiccontent itemfulltext pagetext publicationbody publicationtext
      materialtext materialbody materialcontent longread longreadbody tdpostcontent articlerich richtext
      articlesection storyparagraphs paragraphs articleparagraphs articlebodycontent bodycontent
      tsgirltext bodyarticle contentarticle textarticle textnews newstextbody docbody doctext docarticle
      """
    ),
    (
      .content,
      "article content text story news entry post body main hentry page detail publication material blog topic"
    ),
    (
      .comments,
      """
      comment comments commentlist commentarea commentform disqus hypercomments cackle vkcomments respond replies
      discussion discussions fbcomments kommentare kommentar commentaires comentarios comentario disqusthread
      responses trackback trackbacks pingbacks guestbook reviews
      """
    ),
    (
      .share,
      """
      share sharing shares sharebar sharebox sharelinks sharebuttons sharedaddy social socials socialbar soc
      sociallinks socialshare socialmedia likely likes like yashare yasharedb pluso addthis sharethis uptolike
      addtoany addthistoolbox sharetools socnet socnets socset soclike sharer sharesocial repost telegrambanner
      tweetmeme tweet bookmarks bookmark socialite ssba heateor jpshare podelitsya
      """
    ),
    (
      .related,
      """
      related relatednews relatedposts relatedarticles relatedcontent relateds relatedlinks relatedtopics
      recommended recommend recommendation recommendations recommends readalso alsoread readmore readnext
      readalsobox readmorenews seealso morenews moreon moreby morearticles morestories othernews othermaterials
      similar similarnews similarposts samenews sametopic bytheme teasers outbrain taboola smi relap
      mgid infox lentainform novoteka mirtesen gnezdo directadvert jprelatedposts yarpp upnext nextarticle
      nextpost prevnext nextprev prevpost interesting youmaylike maylike mayalso crosslink crosslinks ctx
      embedrelated inlinerelated incut incutrelated articlelinks storylinks promolinks furtherreading suggested
      suggestions zergnet revcontent contentrecommendations moreread poteme linkednews sugg readthis
      otherarticles linkbox linkblock linksblock morelikethis topicnews teaserlist weitere mehrzumthema plista onward onwards
      """
    ),
    (
      .navigation,
      """
      nav navbar navigation navi pagination paginator pager pagenav pagenavi pagenavigation postnavigation
      postnav navlinks sitenav mainnav topnav subnav skip skiplink skiplinks sitemap toc tableofcontents
      jumplinks anchornav backlink backtotop totop scrolltop gototop
      """
    ),
    (
      .menu,
      "menu mainmenu topmenu menutop submenu megamenu dropdown hamburger burger rubricator offcanvas drawer"
    ),
    (.breadcrumb, "breadcrumb breadcrumbs crumbs crumb breadcrump bread pathway youarehere"),
    (
      .subscription,
      """
      subscribe subscription subscriptions subscriber newsletter newsletters signup mailing mailchimp podpiska
      podpis subscribebox subscribeform newsletterbox emailsignup optin paywall regwall premiumbox piano donate
      donation donations support membership callout cta newslettersignup mailform mcsignup subscriptionbox
      followus follow messengers telegramchannel abo abonnement abonnieren joinus register registration login
      """
    ),
    (
      .advertisement,
      """
      ad ads adv advert adverts advertise advertisement advertisements advertising advertorial adbox adblock
      adslot adunit adcontainer adwrapper adlabel adsense adsbygoogle banner banners bannerbox sponsor sponsors
      sponsored promo promos promobox promotion reklama reklam rekl werbung anzeige anzeigen publicidad pubblicita
      adfox yandexrtb yarta dfp gpt googlead googleads adriver nativead partner partners partnership affiliate
      adplaceholder advertbox shop product products
      """
    ),
    (
      .sidebar,
      """
      sidebar sidebars aside rail rightrail leftrail rightcol leftcol rightcolumn leftcolumn sidecol sideblock
      sidecolumn widget widgets widgetarea secondary complementary marginalia colright colleft infobox factbox
      """
    ),
    (
      .footer,
      "footer foot bottom copyright copyrights colophon sitefooter pagefooter legal disclaimer imprint"
    ),
    (.header, "header head masthead siteheader pageheader topbar headerbar"),
    (
      .popup,
      """
      popup popups rollover rollovers popover hovercard flyout modal modals overlay lightbox tooltip cookie cookies gdpr consent cookiebar cookienotice
      notification notifications alert alerts toast dialog interstitial browsehappy noscriptwarning browserupgrade
      """
    ),
    (
      .tags,
      """
      tag tags taglist tagcloud tagslist tagsblock tagline articletags posttags entrytags keywords keyword hashtag
      hashtags rubrics themes articletopics storytopics topics topicslist metki labels entryfooter postfooter
      articlefooter catlinks catlist postmeta entrymeta entryutility
      """
    ),
    (
      .meta,
      """
      meta metadata views viewcount viewscount counter counters rating ratings ratingblock stars vote votes voting
      votebox poll print printer printbutton toolbar tools toolbox buttons button byline bylines dateline readingtime
      readtime timetoread wordcount complain typo orphus mistake misprint errorreport posted postedon postinfo
      entryinfo newsinfo articleinfo storyinfo articledate articlemeta storymeta newsmeta editlink editsection hit
      hits fontsize fontresize textsize audioplayer listen speech tts listenarticle photocredit
      """
    ),
    (
      .author,
      "author authors byline bylines authorname authorbox authorbio authorinfo aboutauthor bio writer autor auteur autorbox journalist avtor aboutheauthor contributor contributors vcard"
    ),
    (
      .caption,
      """
      caption captions figcaption imagecaption imgcaption photocaption wpcaption wpcaptiontext piccaption credit
      credits imagecredit photocredit photoauthor copyrightphoto imgtitle bildunterschrift legende captiontext
      mediainfo mediasubtitle mediarights fotocredit mediacredit bildrechte imagetext imageinfo
      """
    ),
    (
      .hidden,
      """
      hidden hide invisible visuallyhidden sronly screenreader screenreadertext screenreaderonly noprint noshow
      displaynone dnone printonly nomobile uhidden offscreen
      """
    ),
    (
      .date,
      """
      date dates datetime time pubdate published publishdate publishedat publication publicationdate postdate
      newsdate articledate entrydate createdate created datepublished timestamp posted postedon datum fecha data
      updated dateline storydate detaildate newsdatetime
      """
    ),
    (
      .title,
      "title headline heading articletitle posttitle entrytitle newstitle storytitle pagetitle zagolovok"
    ),
    (
      .lead,
      """
      lead leadtext lede intro introtext anons announce announcement summary subtitle subheading standfirst excerpt
      perex dek deck teaser teasertext einleitung vorspann articlelead articleintro newslead storylead preview abstract chapo sapo
      """
    ),
    (
      .top,
      """
      top mostread mostpopular popular popularnews topnews trending mostviewed bestof topstories topten topread
      rated mostcommented tophot hotnews populars bestseller toparticles mostshared trends toprated leadersread
      """
    ),
    (
      .ticker,
      "ticker newsticker marquee breaking breakingnews runningline runline hotline beguschaya stroka bn"
    ),
    (
      .list,
      "list feed lenta newsfeed newslist newsline latest latestnews lastnews recent recentposts archive lentanews items"
    ),
    (.mobile, "mobile mob phone offcanvas responsive slicknav mm"),
    (.pages, "pagination paginator pages pager pagenav pagelinks pagelink wppagenavi"),
    (
      .media,
      "gallery slider carousel slideshow video player photo image picture media embed swiper slick fotorama"
    ),
    (
      .picture,
      "image img photo picture foto pic illustration imagebox imgbox photobox imgtop imagewrapper imagecontainer"
    ),
    (.language, "lang langs language languages languageswitcher langswitch locale wpml"),
    (.logo, "logo sitelogo brand sitename sitetitle logotype branding"),
    (.dateline, "currentdate today todaydate headerdate weather weatherdate nowdate"),
  ]
}
