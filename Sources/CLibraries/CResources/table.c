// Written by make-table.py: run it after adding or removing a data file.
#include "resources.h"

static const unsigned char bytes_0[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/01-most-cherez-tobylgu-otkryli.article" suffix(, )
    0};
static const unsigned char bytes_1[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/02-skolko-stoil-obezd.article" suffix(, )
    0};
static const unsigned char bytes_2[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/03-chelovek-kotoryy-slushaet-balki.article" suffix(, )
    0};
static const unsigned char bytes_3[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/04-ozyornoe-zhdyot-bolshuyu-vodu.article" suffix(, )
    0};
static const unsigned char bytes_4[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/05-noch-na-beregovoy.article" suffix(, )
    0};
static const unsigned char bytes_5[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/06-voda-ushla-bumagi-ostalis.article" suffix(, )
    0};
static const unsigned char bytes_6[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/07-kotelnaya-na-kirpichnoy-vstala.article" suffix(, )
    0};
static const unsigned char bytes_7[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/08-tridtsat-devyat-chasov.article" suffix(, )
    0};
static const unsigned char bytes_8[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/09-rovesniki-kotla.article" suffix(, )
    0};
static const unsigned char bytes_9[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/10-ekspeditsiya-na-ozero-tarnok.article" suffix(, )
    0};
static const unsigned char bytes_10[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/11-dombra-i-bayan-u-okeana.article" suffix(, )
    0};
static const unsigned char bytes_11[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/12-pshenitsa-na-delmarskoy-birzhe.article" suffix(, )
    0};
static const unsigned char bytes_12[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/13-poezda-kazhdye-dva-chasa.article" suffix(, )
    0};
static const unsigned char bytes_13[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/14-perepis-knig.article" suffix(, )
    0};
static const unsigned char bytes_14[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/15-yarlyk-na-myod.article" suffix(, )
    0};
static const unsigned char bytes_15[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/16-chas-bez-tepla.article" suffix(, )
    0};
static const unsigned char bytes_16[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/17-zabor-na-sorok-santimetrov.article" suffix(, )
    0};
static const unsigned char bytes_17[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/18-zvonok-ot-vnuka.article" suffix(, )
    0};
static const unsigned char bytes_18[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/19-bibliotekar-s-ryukzakom.article" suffix(, )
    0};
static const unsigned char bytes_19[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/20-uchitel-kotoryy-stroit-teleskopy.article" suffix(, )
    0};
static const unsigned char bytes_20[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/21-naberezhnaya-bez-parkovok.article" suffix(, )
    0};
static const unsigned char bytes_21[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/22-kaplya-po-raspisaniyu.article" suffix(, )
    0};
static const unsigned char bytes_22[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/23-seyalka-bez-traktorista.article" suffix(, )
    0};
static const unsigned char bytes_23[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/24-subbotnyaya-yarmarka.article" suffix(, )
    0};
static const unsigned char bytes_24[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/25-babushku-i-vnuka-nashli.article" suffix(, )
    0};
static const unsigned char bytes_25[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/26-sonya-s-kompasom.article" suffix(, )
    0};
static const unsigned char bytes_26[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/27-kto-platit-za-poiski.article" suffix(, )
    0};
static const unsigned char bytes_27[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/28-elektrichka-raspisanie.article" suffix(, )
    0};
static const unsigned char bytes_28[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/29-pervyy-reys-elektrichki.article" suffix(, )
    0};
static const unsigned char bytes_29[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/30-chetyre-dnya-v-elektrichke.article" suffix(, )
    0};
static const unsigned char bytes_30[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/31-remontnyy-ryad.article" suffix(, )
    0};
static const unsigned char bytes_31[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/32-hranitelnitsa-reyki.article" suffix(, )
    0};
static const unsigned char bytes_32[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/33-voylok-iz-starogo-aula.article" suffix(, )
    0};
static const unsigned char bytes_33[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/34-kotelnye-na-schepe.article" suffix(, )
    0};
static const unsigned char bytes_34[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/35-chasy-kotorye-speshat.article" suffix(, )
    0};
static const unsigned char bytes_35[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/36-biblioteka-do-utra.article" suffix(, )
    0};
static const unsigned char bytes_36[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/37-sosed-nasos-i-sud.article" suffix(, )
    0};
static const unsigned char bytes_37[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/38-shkolnaya-meteostantsiya.article" suffix(, )
    0};
static const unsigned char bytes_38[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/39-eski-auylda-ambulatoriya.article" suffix(, )
    0};
static const unsigned char bytes_39[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/40-okushylar-tal-otyrgyzdy.article" suffix(, )
    0};
static const unsigned char bytes_40[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/41-koshpeli-teatr.article" suffix(, )
    0};
static const unsigned char bytes_41[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/42-zhogalgan-zhylky.article" suffix(, )
    0};
static const unsigned char bytes_42[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/43-dombyra-sheberi.article" suffix(, )
    0};
static const unsigned char bytes_43[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/44-burylgan-kir-zhugysh.article" suffix(, )
    0};
static const unsigned char bytes_44[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/45-kamenka-kitaphanase.article" suffix(, )
    0};
static const unsigned char bytes_45[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/46-umartachy-fanis.article" suffix(, )
    0};
static const unsigned char bytes_46[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/47-syr-kaynatuchy-gaila.article" suffix(, )
    0};
static const unsigned char bytes_47[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/articles/48-avyl-klublary.article" suffix(, )
    0};
static const unsigned char bytes_48[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/pages/kontakty.html" suffix(, )
    0};
static const unsigned char bytes_49[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/pages/o-nas.html" suffix(, )
    0};
static const unsigned char bytes_50[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/pages/politika.html" suffix(, )
    0};
static const unsigned char bytes_51[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/pictures/bridge.png" suffix(, )
    0};
static const unsigned char bytes_52[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/pictures/flood.png" suffix(, )
    0};
static const unsigned char bytes_53[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/pictures/library.png" suffix(, )
    0};
static const unsigned char bytes_54[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/pictures/market.png" suffix(, )
    0};
static const unsigned char bytes_55[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/pictures/school.png" suffix(, )
    0};
static const unsigned char bytes_56[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/pictures/station.png" suffix(, )
    0};
static const unsigned char bytes_57[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/pictures/steppe.png" suffix(, )
    0};
static const unsigned char bytes_58[] __attribute__((aligned(16))) = {
#embed "../../../Sources/DemoEdition/Site/pictures/winter.png" suffix(, )
    0};
static const unsigned char bytes_59[] __attribute__((aligned(16))) = {
#embed "../../../Sources/Language/Data/be.stems" suffix(, )
    0};
static const unsigned char bytes_60[] __attribute__((aligned(16))) = {
#embed "../../../Sources/Language/Data/bg.stems" suffix(, )
    0};
static const unsigned char bytes_61[] __attribute__((aligned(16))) = {
#embed "../../../Sources/Language/Data/kk.stems" suffix(, )
    0};
static const unsigned char bytes_62[] __attribute__((aligned(16))) = {
#embed "../../../Sources/Language/Data/ru.stems" suffix(, )
    0};
static const unsigned char bytes_63[] __attribute__((aligned(16))) = {
#embed "../../../Sources/Language/Data/tt.stems" suffix(, )
    0};
static const unsigned char bytes_64[] __attribute__((aligned(16))) = {
#embed "../../../Sources/Language/Data/uk.stems" suffix(, )
    0};
static const unsigned char bytes_65[] __attribute__((aligned(16))) = {
#embed "../../../Sources/TextLayout/Data/hyphens-be.bin" suffix(, )
    0};
static const unsigned char bytes_66[] __attribute__((aligned(16))) = {
#embed "../../../Sources/TextLayout/Data/hyphens-bg.bin" suffix(, )
    0};
static const unsigned char bytes_67[] __attribute__((aligned(16))) = {
#embed "../../../Sources/TextLayout/Data/hyphens-en.bin" suffix(, )
    0};
static const unsigned char bytes_68[] __attribute__((aligned(16))) = {
#embed "../../../Sources/TextLayout/Data/hyphens-ru.bin" suffix(, )
    0};
static const unsigned char bytes_69[] __attribute__((aligned(16))) = {
#embed "../../../Sources/TextLayout/Data/hyphens-uk.bin" suffix(, )
    0};
static const unsigned char bytes_70[] __attribute__((aligned(16))) = {
#embed "../../../Sources/TextLayout/Data/properties.bin" suffix(, )
    0};
static const unsigned char bytes_71[] __attribute__((aligned(16))) = {
#embed "../../../Sources/PageParsing/Data/be.words" suffix(, )
    0};
static const unsigned char bytes_72[] __attribute__((aligned(16))) = {
#embed "../../../Sources/PageParsing/Data/classes.words" suffix(, )
    0};
static const unsigned char bytes_73[] __attribute__((aligned(16))) = {
#embed "../../../Sources/PageParsing/Data/de.words" suffix(, )
    0};
static const unsigned char bytes_74[] __attribute__((aligned(16))) = {
#embed "../../../Sources/PageParsing/Data/en.words" suffix(, )
    0};
static const unsigned char bytes_75[] __attribute__((aligned(16))) = {
#embed "../../../Sources/PageParsing/Data/es.words" suffix(, )
    0};
static const unsigned char bytes_76[] __attribute__((aligned(16))) = {
#embed "../../../Sources/PageParsing/Data/fr.words" suffix(, )
    0};
static const unsigned char bytes_77[] __attribute__((aligned(16))) = {
#embed "../../../Sources/PageParsing/Data/it.words" suffix(, )
    0};
static const unsigned char bytes_78[] __attribute__((aligned(16))) = {
#embed "../../../Sources/PageParsing/Data/kk.words" suffix(, )
    0};
static const unsigned char bytes_79[] __attribute__((aligned(16))) = {
#embed "../../../Sources/PageParsing/Data/other.words" suffix(, )
    0};
static const unsigned char bytes_80[] __attribute__((aligned(16))) = {
#embed "../../../Sources/PageParsing/Data/pl.words" suffix(, )
    0};
static const unsigned char bytes_81[] __attribute__((aligned(16))) = {
#embed "../../../Sources/PageParsing/Data/pt.words" suffix(, )
    0};
static const unsigned char bytes_82[] __attribute__((aligned(16))) = {
#embed "../../../Sources/PageParsing/Data/ru.words" suffix(, )
    0};
static const unsigned char bytes_83[] __attribute__((aligned(16))) = {
#embed "../../../Sources/PageParsing/Data/tt.words" suffix(, )
    0};
static const unsigned char bytes_84[] __attribute__((aligned(16))) = {
#embed "../../../Sources/PageParsing/Data/uk.words" suffix(, )
    0};
static const unsigned char bytes_85[] __attribute__((aligned(16))) = {
#embed "../../../Sources/Phrases/Data/en.phrases" suffix(, )
    0};
static const unsigned char bytes_86[] __attribute__((aligned(16))) = {
#embed "../../../Sources/Phrases/Data/kk.phrases" suffix(, )
    0};
static const unsigned char bytes_87[] __attribute__((aligned(16))) = {
#embed "../../../Sources/Phrases/Data/ru.phrases" suffix(, )
    0};
static const unsigned char bytes_88[] __attribute__((aligned(16))) = {
#embed "../../../Themes/contrast-dark.yaml" suffix(, )
    0};
static const unsigned char bytes_89[] __attribute__((aligned(16))) = {
#embed "../../../Themes/contrast-light.yaml" suffix(, )
    0};
static const unsigned char bytes_90[] __attribute__((aligned(16))) = {
#embed "../../../Themes/monochrome.yaml" suffix(, )
    0};
static const unsigned char bytes_91[] __attribute__((aligned(16))) = {
#embed "../../../Themes/newspaper-dark.yaml" suffix(, )
    0};
static const unsigned char bytes_92[] __attribute__((aligned(16))) = {
#embed "../../../Themes/newspaper-light.yaml" suffix(, )
    0};
static const unsigned char bytes_93[] __attribute__((aligned(16))) = {
#embed "../../../Themes/night.yaml" suffix(, )
    0};
static const unsigned char bytes_94[] __attribute__((aligned(16))) = {
#embed "../../../Themes/steppe.yaml" suffix(, )
    0};
static const unsigned char bytes_95[] __attribute__((aligned(16))) = {
#embed "../../../Themes/terminal.yaml" suffix(, )
    0};

static const resource table[] = {
    {"demo/articles/01-most-cherez-tobylgu-otkryli.article", bytes_0, sizeof bytes_0 - 1},
    {"demo/articles/02-skolko-stoil-obezd.article", bytes_1, sizeof bytes_1 - 1},
    {"demo/articles/03-chelovek-kotoryy-slushaet-balki.article", bytes_2, sizeof bytes_2 - 1},
    {"demo/articles/04-ozyornoe-zhdyot-bolshuyu-vodu.article", bytes_3, sizeof bytes_3 - 1},
    {"demo/articles/05-noch-na-beregovoy.article", bytes_4, sizeof bytes_4 - 1},
    {"demo/articles/06-voda-ushla-bumagi-ostalis.article", bytes_5, sizeof bytes_5 - 1},
    {"demo/articles/07-kotelnaya-na-kirpichnoy-vstala.article", bytes_6, sizeof bytes_6 - 1},
    {"demo/articles/08-tridtsat-devyat-chasov.article", bytes_7, sizeof bytes_7 - 1},
    {"demo/articles/09-rovesniki-kotla.article", bytes_8, sizeof bytes_8 - 1},
    {"demo/articles/10-ekspeditsiya-na-ozero-tarnok.article", bytes_9, sizeof bytes_9 - 1},
    {"demo/articles/11-dombra-i-bayan-u-okeana.article", bytes_10, sizeof bytes_10 - 1},
    {"demo/articles/12-pshenitsa-na-delmarskoy-birzhe.article", bytes_11, sizeof bytes_11 - 1},
    {"demo/articles/13-poezda-kazhdye-dva-chasa.article", bytes_12, sizeof bytes_12 - 1},
    {"demo/articles/14-perepis-knig.article", bytes_13, sizeof bytes_13 - 1},
    {"demo/articles/15-yarlyk-na-myod.article", bytes_14, sizeof bytes_14 - 1},
    {"demo/articles/16-chas-bez-tepla.article", bytes_15, sizeof bytes_15 - 1},
    {"demo/articles/17-zabor-na-sorok-santimetrov.article", bytes_16, sizeof bytes_16 - 1},
    {"demo/articles/18-zvonok-ot-vnuka.article", bytes_17, sizeof bytes_17 - 1},
    {"demo/articles/19-bibliotekar-s-ryukzakom.article", bytes_18, sizeof bytes_18 - 1},
    {"demo/articles/20-uchitel-kotoryy-stroit-teleskopy.article", bytes_19, sizeof bytes_19 - 1},
    {"demo/articles/21-naberezhnaya-bez-parkovok.article", bytes_20, sizeof bytes_20 - 1},
    {"demo/articles/22-kaplya-po-raspisaniyu.article", bytes_21, sizeof bytes_21 - 1},
    {"demo/articles/23-seyalka-bez-traktorista.article", bytes_22, sizeof bytes_22 - 1},
    {"demo/articles/24-subbotnyaya-yarmarka.article", bytes_23, sizeof bytes_23 - 1},
    {"demo/articles/25-babushku-i-vnuka-nashli.article", bytes_24, sizeof bytes_24 - 1},
    {"demo/articles/26-sonya-s-kompasom.article", bytes_25, sizeof bytes_25 - 1},
    {"demo/articles/27-kto-platit-za-poiski.article", bytes_26, sizeof bytes_26 - 1},
    {"demo/articles/28-elektrichka-raspisanie.article", bytes_27, sizeof bytes_27 - 1},
    {"demo/articles/29-pervyy-reys-elektrichki.article", bytes_28, sizeof bytes_28 - 1},
    {"demo/articles/30-chetyre-dnya-v-elektrichke.article", bytes_29, sizeof bytes_29 - 1},
    {"demo/articles/31-remontnyy-ryad.article", bytes_30, sizeof bytes_30 - 1},
    {"demo/articles/32-hranitelnitsa-reyki.article", bytes_31, sizeof bytes_31 - 1},
    {"demo/articles/33-voylok-iz-starogo-aula.article", bytes_32, sizeof bytes_32 - 1},
    {"demo/articles/34-kotelnye-na-schepe.article", bytes_33, sizeof bytes_33 - 1},
    {"demo/articles/35-chasy-kotorye-speshat.article", bytes_34, sizeof bytes_34 - 1},
    {"demo/articles/36-biblioteka-do-utra.article", bytes_35, sizeof bytes_35 - 1},
    {"demo/articles/37-sosed-nasos-i-sud.article", bytes_36, sizeof bytes_36 - 1},
    {"demo/articles/38-shkolnaya-meteostantsiya.article", bytes_37, sizeof bytes_37 - 1},
    {"demo/articles/39-eski-auylda-ambulatoriya.article", bytes_38, sizeof bytes_38 - 1},
    {"demo/articles/40-okushylar-tal-otyrgyzdy.article", bytes_39, sizeof bytes_39 - 1},
    {"demo/articles/41-koshpeli-teatr.article", bytes_40, sizeof bytes_40 - 1},
    {"demo/articles/42-zhogalgan-zhylky.article", bytes_41, sizeof bytes_41 - 1},
    {"demo/articles/43-dombyra-sheberi.article", bytes_42, sizeof bytes_42 - 1},
    {"demo/articles/44-burylgan-kir-zhugysh.article", bytes_43, sizeof bytes_43 - 1},
    {"demo/articles/45-kamenka-kitaphanase.article", bytes_44, sizeof bytes_44 - 1},
    {"demo/articles/46-umartachy-fanis.article", bytes_45, sizeof bytes_45 - 1},
    {"demo/articles/47-syr-kaynatuchy-gaila.article", bytes_46, sizeof bytes_46 - 1},
    {"demo/articles/48-avyl-klublary.article", bytes_47, sizeof bytes_47 - 1},
    {"demo/pages/kontakty.html", bytes_48, sizeof bytes_48 - 1},
    {"demo/pages/o-nas.html", bytes_49, sizeof bytes_49 - 1},
    {"demo/pages/politika.html", bytes_50, sizeof bytes_50 - 1},
    {"demo/pictures/bridge.png", bytes_51, sizeof bytes_51 - 1},
    {"demo/pictures/flood.png", bytes_52, sizeof bytes_52 - 1},
    {"demo/pictures/library.png", bytes_53, sizeof bytes_53 - 1},
    {"demo/pictures/market.png", bytes_54, sizeof bytes_54 - 1},
    {"demo/pictures/school.png", bytes_55, sizeof bytes_55 - 1},
    {"demo/pictures/station.png", bytes_56, sizeof bytes_56 - 1},
    {"demo/pictures/steppe.png", bytes_57, sizeof bytes_57 - 1},
    {"demo/pictures/winter.png", bytes_58, sizeof bytes_58 - 1},
    {"language/be.stems", bytes_59, sizeof bytes_59 - 1},
    {"language/bg.stems", bytes_60, sizeof bytes_60 - 1},
    {"language/kk.stems", bytes_61, sizeof bytes_61 - 1},
    {"language/ru.stems", bytes_62, sizeof bytes_62 - 1},
    {"language/tt.stems", bytes_63, sizeof bytes_63 - 1},
    {"language/uk.stems", bytes_64, sizeof bytes_64 - 1},
    {"layout/hyphens-be.bin", bytes_65, sizeof bytes_65 - 1},
    {"layout/hyphens-bg.bin", bytes_66, sizeof bytes_66 - 1},
    {"layout/hyphens-en.bin", bytes_67, sizeof bytes_67 - 1},
    {"layout/hyphens-ru.bin", bytes_68, sizeof bytes_68 - 1},
    {"layout/hyphens-uk.bin", bytes_69, sizeof bytes_69 - 1},
    {"layout/properties.bin", bytes_70, sizeof bytes_70 - 1},
    {"pages/be.words", bytes_71, sizeof bytes_71 - 1},
    {"pages/classes.words", bytes_72, sizeof bytes_72 - 1},
    {"pages/de.words", bytes_73, sizeof bytes_73 - 1},
    {"pages/en.words", bytes_74, sizeof bytes_74 - 1},
    {"pages/es.words", bytes_75, sizeof bytes_75 - 1},
    {"pages/fr.words", bytes_76, sizeof bytes_76 - 1},
    {"pages/it.words", bytes_77, sizeof bytes_77 - 1},
    {"pages/kk.words", bytes_78, sizeof bytes_78 - 1},
    {"pages/other.words", bytes_79, sizeof bytes_79 - 1},
    {"pages/pl.words", bytes_80, sizeof bytes_80 - 1},
    {"pages/pt.words", bytes_81, sizeof bytes_81 - 1},
    {"pages/ru.words", bytes_82, sizeof bytes_82 - 1},
    {"pages/tt.words", bytes_83, sizeof bytes_83 - 1},
    {"pages/uk.words", bytes_84, sizeof bytes_84 - 1},
    {"phrases/en.phrases", bytes_85, sizeof bytes_85 - 1},
    {"phrases/kk.phrases", bytes_86, sizeof bytes_86 - 1},
    {"phrases/ru.phrases", bytes_87, sizeof bytes_87 - 1},
    {"themes/contrast-dark.yaml", bytes_88, sizeof bytes_88 - 1},
    {"themes/contrast-light.yaml", bytes_89, sizeof bytes_89 - 1},
    {"themes/monochrome.yaml", bytes_90, sizeof bytes_90 - 1},
    {"themes/newspaper-dark.yaml", bytes_91, sizeof bytes_91 - 1},
    {"themes/newspaper-light.yaml", bytes_92, sizeof bytes_92 - 1},
    {"themes/night.yaml", bytes_93, sizeof bytes_93 - 1},
    {"themes/steppe.yaml", bytes_94, sizeof bytes_94 - 1},
    {"themes/terminal.yaml", bytes_95, sizeof bytes_95 - 1},
    {"", (const unsigned char *)"", 0},
};

size_t resource_count(void) { return sizeof table / sizeof table[0] - 1; }

resource resource_at(size_t index) { return table[index < resource_count() ? index : resource_count()]; }
