/// Small words by which a language is known at once. Lower case; a word may stand in several lists.
enum FunctionWords {
  /// Words parted by spaces, by language.
  static let byLanguage: [String: String] = [
    "ru": """
    и в не на что он как это по но из за от было его для так же все она бы о мы если при до или ещё их \
    уже после может будет который которые которая также чтобы этого этом был были более года году со \
    между только об во лишь где когда нет есть ни чем она они себя своей свои тем того том этой
    """,
    "uk": """
    і в не на що він як це по але з за від було його для так же та та вона б про ми якщо при до або ще \
    їх вже після може буде який які яка також щоб цього цьому був були більше року році із між тільки \
    у й є де коли зі під час має
    """,
    "be": """
    і ў не на што ён як гэта па але з за ад было яго для так жа та яна б пра мы калі пры да або яшчэ \
    іх ужо пасля можа будзе які якія якая таксама каб гэтага гэтым быў былі больш года годзе са паміж \
    толькі у й ёсць дзе
    """,
    "bg": """
    и в не на че той как това по но от за се беше го да са така е тя с ще ние ако при до или още им \
    вече след може който които която също това този тази бяха повече година със между само към през му \
    си беше има около
    """,
    "mk": """
    и во не на дека тој како ова по но од за се беше го да се така е таа со ќе ние ако при до или уште \
    им веќе кој
    """,
    "sr": """
    и у не на да он како ово по али од за се био га су је она са ће ми ако при до или још им већ после \
    може који
    """,
    "kk": """
    және бұл мен үшін деп бір болып да де осы бар ол еді екен туралы кейін жылы бойынша оның қазақстан \
    ретінде болады болған арқылы дейін сондай ақ жаңа көп жыл емес деген сол қалай біз олар керек тағы
    """,
    "tt": """
    һәм бу белән өчен дип бер булып да дә шул бар ул иде икән турында соң елда буенча аның татарстан \
    буларак була булган аша кадәр шулай яңа күп ел түгел дигән әлеге ничек без алар кирәк тагын
    """,
    "ba": """
    һәм был менән өсөн тип бер булып та тә шул бар ул ине икән тураһында һуң йылда буйынса уның була \
    булған аша яңы
    """,
    "ky": """
    жана бул менен үчүн деп бир болуп да ошол бар ал эле экен тууралуу кийин жылы боюнча анын болгон \
    аркылуу чейин
    """,
    "en": """
    the of and to in a is that for it as was with be by on not he his but at are this have from or had \
    an they which one you were all her she there would their we him been has when who will no more if \
    out said about up its than after
    """,
    "de": """
    der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden \
    aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder \
    aber
    """,
    "fr": """
    de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la \
    avec son aux d mais comme ou si leur sa été ses cette être deux ont
    """,
    "es": """
    de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha \
    este sí porque esta son entre cuando muy sin sobre ser también fue había
    """,
    "it": """
    di e il la che in un a per è una non sono con del si da le dei come al più anche ha nel della alla \
    gli ma su lo questo questa delle dal essere ed i
    """,
    "pt": """
    de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu \
    sua ou quando muito nos já eu também só pelo pela até isso foi são
    """,
    "pl": """
    w i na z do się nie to że o jest za od po jak a ale co przez dla przy być tego oraz już który tym \
    jego są był ich
    """,
    "cs": """
    a v se na je že o s z do to i za by ale k jako pro od po při jsou byl jeho tak také nebo však už \
    které který
    """,
    "tr": """
    ve bir bu da de için ile çok olarak daha en olan gibi kadar ne ama sonra var o ya veya değil mi \
    her şey yeni
    """,
    "uz": """
    va bu bilan uchun bir ham deb bo'lgan edi emas shu yil keyin haqida bo'yicha kerak yoki qilish o'z
    """,
    "kk-Latn": "jáne bul men úshin dep bir bolyp da de osy bar ol edi týraly keıin jyly boıynsha",
  ]
}

extension FunctionWords {
  /// Languages whose words are Cyrillic.
  static let cyrillic: Set<String> = ["ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tt", "ba", "mn", "tg"]
}
